import { type QueryCreator, type RawBuilder, sql } from 'kysely';
import type { Card } from '../domain/message/card.ts';
import type { OutgoingMessage, Target } from '../domain/message/outgoing.ts';
import { isAnonymous } from '../domain/people/anonymous.ts';
import { type Clock, type Instant, toStamp } from '../kernel/clock.ts';
import { type Claim, checkHeld, claimAlone, withChosen } from './claim.ts';
import { type Draft, kindAlone, laneOf, type NewDraft, toDraft } from './draft.ts';
import { countLanes, type LaneDepth, type OutboxLane } from './outbox-lanes.ts';
import { type Executor, present } from './row-shape.ts';
import type { Schema } from './schema.ts';

const LEASE_SECONDS = 45;
/**
 * Tries for which a failing draft keeps its place: some two minutes, longer than a hiccup. After that it may be the
 * draft itself that the platform chokes on, and one of them must not silence a chat for a day.
 */
const ORDERED_TRIES = 8;

type Change = Record<string, string | null | RawBuilder<string>>;

/**
 * Drafts leave in order within a lane (a chat or a person); lanes do not wait for each other. What records what became
 * of a draft in hand throws ClaimLost when somebody else has it by now.
 */
export class Outbox {
  readonly #db: Executor;
  readonly #clock: Clock;
  readonly #trace: string | null;

  /** `trace`: what plans the drafts that are added, for the log. */
  constructor(db: Executor, clock: Clock, trace?: string) {
    this.#db = db;
    this.#clock = clock;
    this.#trace = trace ?? null;
  }

  /** False when a draft with this key is there already, or nobody is there to get it. */
  async add(draft: NewDraft): Promise<boolean> {
    if (draft.target.kind === 'person' && isAnonymous(draft.target.personId)) return false;
    const now = this.#clock.now();
    const row = await this.#db
      .insertInto('outbox')
      .values({
        key: draft.key,
        group_id: draft.groupId ?? null,
        lane: laneOf(draft),
        target: JSON.stringify(draft.target),
        message: JSON.stringify(draft.message),
        state: 'ready',
        run_after: toStamp(draft.notBefore ?? now),
        not_after: earliest(draft.notAfter, draft.usefulUntil),
        useful_until: draft.usefulUntil === undefined ? null : toStamp(draft.usefulUntil),
        attempts: 0,
        created_at: toStamp(now),
        trace: this.#trace,
      })
      .onConflict((c) => c.column('key').doNothing())
      .returning('id')
      .executeTakeFirst();
    return row !== undefined;
  }

  /**
   * Redraws the card that was planned under a key. A redraw that has not gone out yet gives way to the new one. A card
   * that will never be sent is left alone.
   */
  async redraw(key: string, card: Card): Promise<void> {
    const first = await this.#db.selectFrom('outbox').selectAll().where('key', '=', key).executeTakeFirst();
    if (first === undefined || first.state === 'dead' || first.state === 'dropped') return;
    await this.#db.deleteFrom('outbox').where('redraws', '=', key).where('state', '=', 'ready').execute();
    const { last } = await this.#db
      .selectFrom('outbox')
      .select((eb) => eb.fn.max('id').as('last'))
      .executeTakeFirstOrThrow();
    const now = toStamp(this.#clock.now());
    const message: OutgoingMessage = { kind: 'card', card };
    await this.#db
      .insertInto('outbox')
      .values({
        key: `redraw:${key}:${last}`,
        redraws: key,
        group_id: first.group_id,
        // Of its own: a card that can't be redrawn now must not hold up receipts.
        lane: `${first.lane} redrawn`,
        target: first.target,
        message: JSON.stringify(message),
        state: 'ready',
        run_after: now,
        attempts: 0,
        created_at: now,
        trace: this.#trace,
      })
      .execute();
  }

  /** Whether this is a redraw, and there is a later one of its card. */
  async isReplaced({ id, redraws }: Pick<Draft, 'id' | 'redraws'>): Promise<boolean> {
    if (redraws === undefined) return false;
    const later = await this.#db
      .selectFrom('outbox')
      .select('id')
      .where('redraws', '=', redraws)
      .where('id', '>', id)
      .executeTakeFirst();
    return later !== undefined;
  }

  /**
   * Leases the oldest drafts that are due and whose lanes have nothing older that is due or in flight: at most so many,
   * each of another lane, oldest first; fewer are all that there are now. A draft planned for later does not hold up the
   * lane; one that waits for a retry does, as long as it has not failed too often, and so does one planned for now by a
   * process whose clock is ahead.
   */
  async claim(most: number): Promise<readonly Draft[]> {
    const now = toStamp(this.#clock.now());
    const rows = await claimAlone(() =>
      withChosen(this.#db, (db) => oldestFree(db, now, most))
        .updateTable('outbox')
        .set((eb) => ({
          state: 'leased',
          lease_until: this.#leaseEnd(),
          attempts: eb('attempts', '+', 1),
          first_try_at: eb.fn.coalesce('first_try_at', eb.val(now)),
        }))
        .where('id', 'in', (db) => db.selectFrom('chosen').select('chosen.id'))
        .returningAll()
        .execute(),
    );
    return rows.sort((a, b) => a.id - b.id).map(toDraft);
  }

  /** Work on it goes on. */
  async renew(claim: Claim): Promise<void> {
    await this.#change(claim, { lease_until: this.#leaseEnd() });
  }

  async setPrepared(claim: Claim, prepared: string): Promise<void> {
    await this.#change(claim, { prepared });
  }

  /** It is out. Of the message only its kind is kept: what people wrote does not stay here. */
  async sent(draft: Pick<Draft, 'id' | 'attempt' | 'message'>, messageId: string): Promise<void> {
    await this.#settle(draft, {
      state: 'sent',
      message_id: messageId,
      sent_at: toStamp(this.#clock.now()),
      error: null,
      message: kindAlone(draft),
    });
  }

  /** Goes out later, unless it was taken back while it was on its way: then it is dropped. */
  async retry(
    draft: Pick<Draft, 'id' | 'attempt' | 'message'>,
    afterMs: number,
    error: string,
  ): Promise<void> {
    await this.#settle(draft, {
      state: sql<string>`case when taken_back is null then 'ready' else 'dropped' end`,
      run_after: toStamp(this.#clock.now().add({ milliseconds: afterMs })),
      error: sql<string>`coalesce(taken_back, ${error})`,
      message: sql<string>`case when taken_back is null then message else ${kindAlone(draft)} end`,
    });
  }

  async dead(claim: Claim, error: string): Promise<void> {
    await this.#settle(claim, { state: 'dead', error });
  }

  /** Drafts whose key begins so, that are not out yet; some may be on their way. */
  async waiting(prefix: string): Promise<readonly Draft[]> {
    const rows = await this.#db
      .selectFrom('outbox')
      .selectAll()
      .where('key', '>=', prefix)
      .where('key', '<', `${prefix}~`)
      .where('state', 'in', ['ready', 'leased'])
      .execute();
    return rows.map(toDraft);
  }

  /** What could not be sent to a group or its people and was given up, oldest first. */
  async deadOf(groupId: string): Promise<readonly Draft[]> {
    const rows = await this.#db
      .selectFrom('outbox')
      .selectAll()
      .where('group_id', '=', groupId)
      .where('state', '=', 'dead')
      .orderBy('id')
      .execute();
    return rows.map(toDraft);
  }

  /** What a group was to be sent and nobody got before its time was over, oldest first. */
  async overdue(groupId: string): Promise<readonly Draft[]> {
    const rows = await this.#db
      .selectFrom('outbox')
      .selectAll()
      .where('group_id', '=', groupId)
      .where('state', '=', 'ready')
      .where('not_after', '<=', toStamp(this.#clock.now()))
      .orderBy('id')
      .execute();
    return rows.map(toDraft);
  }

  /** Groups that have something overdue. */
  async groupsOverdue(): Promise<ReadonlySet<string>> {
    const rows = await this.#db
      .selectFrom('outbox')
      .select('group_id')
      .distinct()
      // Spelled out, for the index of those that are ready.
      .where(sql<boolean>`state = 'ready'`)
      .where('not_after', '<=', toStamp(this.#clock.now()))
      .execute();
    return new Set(rows.flatMap((row) => row.group_id ?? []));
  }

  /** Gives an overdue draft another time, unless it is on its way all the same. */
  async postpone({ id }: Pick<Draft, 'id'>, window: { from: Instant; to: Instant }): Promise<void> {
    await this.#changeWaiting(id, { run_after: toStamp(window.from), not_after: toStamp(window.to) });
  }

  /** Drops a draft that is not out yet. One that is on its way may arrive, and is not tried again. */
  async takeBack(draft: Pick<Draft, 'id' | 'message'>, reason: string): Promise<void> {
    await this.#db
      .updateTable('outbox')
      .set({
        // In one statement: it may leave, or come back, between two.
        state: sql<string>`case state when 'ready' then 'dropped' else state end`,
        message: sql<string>`case state when 'ready' then ${kindAlone(draft)} else message end`,
        error: reason,
        taken_back: reason,
      })
      .where('id', '=', draft.id)
      .where('state', 'in', ['ready', 'leased'])
      .execute();
  }

  /** The draft in hand is not sent any more, and nobody misses it but those who are told. What people wrote does not stay. */
  async drop(draft: Pick<Draft, 'id' | 'attempt' | 'message'>, reason: string): Promise<void> {
    await this.#settle(draft, { state: 'dropped', error: reason, message: kindAlone(draft) });
  }

  /** Drops what waits to be sent to a group and its people; what is in flight goes its way. */
  async dropOf(groupId: string, reason: string): Promise<void> {
    const rows = await this.#db
      .selectFrom('outbox')
      .selectAll()
      .where('group_id', '=', groupId)
      .where('state', '=', 'ready')
      .execute();
    for (const draft of rows.map(toDraft)) {
      await this.#changeWaiting(draft.id, { state: 'dropped', error: reason, message: kindAlone(draft) });
    }
  }

  /** The state of the draft with this key, and the message it became. */
  async find(key: string): Promise<{ state: string; messageId?: string } | undefined> {
    const row = await this.#db
      .selectFrom('outbox')
      .select(['state', 'message_id'])
      .where('key', '=', key)
      .executeTakeFirst();
    return row && { state: row.state, ...present({ messageId: row.message_id }) };
  }

  /** Where messages went out whose key begins so, in order; what has been deleted since is not known any more. */
  async sentUnder(prefix: string): Promise<readonly Target[]> {
    const rows = await this.#db
      .selectFrom('outbox')
      .select('target')
      .where('key', '>=', prefix)
      // No sign of a key comes after this one.
      .where('key', '<', `${prefix}~`)
      .where('state', '=', 'sent')
      .where('redraws', 'is', null)
      .orderBy('id')
      .execute();
    return rows.map((row) => JSON.parse(row.target));
  }

  /** Of a message that the bot has sent: the key it was planned under, and the message it answers. */
  async planOf(messageId: string): Promise<{ key: string; replyTo?: string } | undefined> {
    const row = await this.#db
      .selectFrom('outbox')
      .select(['key', 'target'])
      .where('message_id', '=', messageId)
      .where('redraws', 'is', null)
      .executeTakeFirst();
    if (row === undefined) return undefined;
    const target: Target = JSON.parse(row.target);
    return { key: row.key, ...(target.kind === 'chat' ? present({ replyTo: target.replyTo }) : {}) };
  }

  /** See `Inbox.recover`. */
  async recover(options: { expiredOnly: boolean }): Promise<void> {
    let query = this.#db
      .updateTable('outbox')
      .set({ state: 'ready', lease_until: null })
      .where('state', '=', 'leased');
    if (options.expiredOnly) query = query.where('lease_until', '<', toStamp(this.#clock.now()));
    await query.execute();
  }

  /** All lanes together; see `depthOfLanes`. */
  async depth(): Promise<Omit<LaneDepth, 'dueSince'>> {
    const lanes = Object.values(await this.depthOfLanes());
    const sum = (of: (lane: LaneDepth) => number) => lanes.reduce((total, lane) => total + of(lane), 0);
    return {
      due: sum(({ due }) => due),
      later: sum(({ later }) => later),
      dead: sum(({ dead }) => dead),
      dropped: sum(({ dropped }) => dropped),
    };
  }

  depthOfLanes(): Promise<Readonly<Record<OutboxLane, LaneDepth>>> {
    return countLanes(this.#db, toStamp(this.#clock.now()));
  }

  #leaseEnd(): string {
    return toStamp(this.#clock.now().add({ seconds: LEASE_SECONDS }));
  }

  async #settle(claim: Claim, change: Change): Promise<void> {
    await this.#change(claim, { ...change, lease_until: null });
  }

  async #changeWaiting(id: number, change: Record<string, string | null>): Promise<void> {
    await this.#db
      .updateTable('outbox')
      .set(change)
      .where('id', '=', id)
      .where('state', '=', 'ready')
      .execute();
  }

  async #change(claim: Claim, change: Change): Promise<void> {
    const result = await this.#db
      .updateTable('outbox')
      .set(change)
      .where('id', '=', claim.id)
      .where('state', '=', 'leased')
      .where('attempts', '=', claim.attempt)
      .executeTakeFirst();
    checkHeld(claim, result);
  }
}

function earliest(...instants: readonly (Instant | undefined)[]): string | null {
  const stamps = instants.flatMap((instant) => (instant === undefined ? [] : [toStamp(instant)]));
  return stamps.sort()[0] ?? null;
}

/**
 * See `claim`. `attempts` above 0 is a draft that waits for its retry; one that somebody else is just claiming is passed
 * over. States are spelled out, for the indexes of those that are open.
 */
function oldestFree(db: QueryCreator<Schema>, now: string, most: number) {
  return db
    .selectFrom('outbox as a')
    .select('a.id')
    .where(
      sql<boolean>`a.state = 'ready' and a.run_after <= ${now} and (a.not_after is null or a.not_after > ${now})
        and not exists (
          select 1 from outbox b where b.lane = a.lane and b.state in ('ready', 'leased')
            and (b.state = 'leased' or (b.id < a.id and (b.not_after is null or b.not_after > ${now})
              and (b.run_after <= ${now} or b.run_after = b.created_at
                or b.attempts between 1 and ${ORDERED_TRIES}))))`,
    )
    .orderBy('a.id')
    .limit(most)
    .forUpdate('a')
    .skipLocked();
}

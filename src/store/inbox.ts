import { type QueryCreator, type Selectable, sql } from 'kysely';
import type { StoredEvent } from '../domain/message/inbound.ts';
import { type Clock, type Instant, toStamp } from '../kernel/clock.ts';
import { messageKey } from './append-event.ts';
import { type Claim, checkHeld, claimAlone, withChosen } from './claim.ts';
import type { Executor } from './row-shape.ts';
import type { Schema } from './schema.ts';

export interface InboxEntry extends Claim {
  readonly key: string;
  /** ISO-8601 UTC. */
  readonly receivedAt: string;
  readonly event: StoredEvent;
}

export type AppendEvent = (event: StoredEvent) => Promise<boolean>;

type Change = Record<string, string | number | null>;

const LEASE_SECONDS = 45;
/** A key that no event has, and more than nearly all of them take up. */
const TRIAL = 'trial';
const TRIAL_BYTES = 65_536;

/**
 * Events as they came, one row each. `append` is the durable step before the platform is answered; `claim` hands out
 * the oldest rows whose chats have nothing older open and nothing in hand, so that a chat is worked off in order and
 * chats in parallel, by however many processes. What settles a claim throws ClaimLost when somebody else has it by now.
 */
export class Inbox {
  readonly #db: Executor;
  readonly #clock: Clock;
  readonly #append: AppendEvent;

  constructor(db: Executor, clock: Clock, append: AppendEvent) {
    this.#db = db;
    this.#clock = clock;
    this.#append = append;
  }

  /**
   * Stores an event durably. Resolves after the commit: true when new, false when it was there already. Never within
   * a transaction, for whose end it would wait.
   */
  append(event: StoredEvent): Promise<boolean> {
    return this.#append(event);
  }

  /** Stores a row and takes it away again, within a transaction; throws what the database says if that can't be done. */
  async tryOut(): Promise<void> {
    const now = toStamp(this.#clock.now());
    const row = { event_id: '', chat_id: '', kind: '', state: 'done', attempts: 0 };
    await this.#db
      .insertInto('inbox')
      .values({
        ...row,
        dedupe_key: TRIAL,
        payload: ' '.repeat(TRIAL_BYTES),
        received_at: now,
        run_after: now,
      })
      .execute();
    await this.#db.deleteFrom('inbox').where('dedupe_key', '=', TRIAL).execute();
  }

  /** At most so many, each of another chat, oldest first; fewer are all that there are now. */
  async claim(most: number): Promise<readonly InboxEntry[]> {
    const now = this.#clock.now();
    const rows = await claimAlone(() =>
      withChosen(this.#db, (db) => oldestFree(db, toStamp(now), most))
        .updateTable('inbox')
        .set((eb) => ({
          state: 'claimed',
          lease_until: leaseEnd(now),
          attempts: eb('attempts', '+', 1),
        }))
        .where('id', 'in', (db) => db.selectFrom('chosen').select('chosen.id'))
        .returningAll()
        .execute(),
    );
    return rows.sort((a, b) => a.id - b.id).flatMap(toEntry);
  }

  /** Work on it goes on. */
  async renew(claim: Claim): Promise<void> {
    await this.#change(claim, { lease_until: leaseEnd(this.#clock.now()) });
  }

  /** The event is dealt with; what people wrote is not kept here any longer. */
  async finish(claim: Claim, outcome: string): Promise<void> {
    await this.#settle(claim, { state: 'done', outcome, payload: null });
  }

  /** Kept aside until `release`: the bot has asked the person something first. */
  async park(claim: Claim, outcome: string): Promise<void> {
    await this.#settle(claim, { state: 'parked', outcome });
  }

  /** Lets the messages go on that this person has waiting in this chat, in their order. Says how many. */
  async release(chatId: string, senderId: string): Promise<number> {
    const parked = await this.#db
      .selectFrom('inbox')
      .select(['id', 'payload'])
      .where('chat_id', '=', chatId)
      .where('state', '=', 'parked')
      .execute();
    const own = parked.filter((row) => row.payload && JSON.parse(row.payload).senderId === senderId);
    if (own.length > 0) await this.#goOn(own.map((row) => row.id));
    return own.length;
  }

  /** Lets one message go on that is kept aside, if this person sent it. Says whether it did. */
  async releaseMessage(messageId: string, senderId: string): Promise<boolean> {
    const row = await this.#db
      .selectFrom('inbox')
      .select(['id', 'payload'])
      .where('dedupe_key', '=', messageKey(messageId))
      .where('state', '=', 'parked')
      .executeTakeFirst();
    if (!row?.payload || JSON.parse(row.payload).senderId !== senderId) return false;
    await this.#goOn([row.id]);
    return true;
  }

  /** Ends what is kept aside without an answer: this message, or everything that came before the stamp. Its text goes. */
  async giveUp(which: { messageId: string } | { before: string }): Promise<number> {
    const query = this.#db
      .updateTable('inbox')
      .set({ state: 'done', outcome: 'never answered', payload: null })
      .where('state', '=', 'parked');
    const chosen =
      'before' in which
        ? query.where('received_at', '<', which.before)
        : query.where('dedupe_key', '=', messageKey(which.messageId));
    return Number((await chosen.executeTakeFirst()).numUpdatedRows);
  }

  async retry(claim: Claim, afterMs: number, reason: string): Promise<void> {
    const runAfter = toStamp(this.#clock.now().add({ milliseconds: afterMs }));
    await this.#settle(claim, { state: 'ready', run_after: runAfter, outcome: reason });
  }

  /** The same, and this try does not count: what went wrong was none of the event's doing. */
  async postpone(claim: Claim, afterMs: number, reason: string): Promise<void> {
    const runAfter = toStamp(this.#clock.now().add({ milliseconds: afterMs }));
    await this.#settle(claim, {
      state: 'ready',
      run_after: runAfter,
      outcome: reason,
      attempts: claim.attempt - 1,
    });
  }

  /** Given up: the payload stays, for the operator. */
  async fail(claim: Claim, reason: string): Promise<void> {
    await this.#settle(claim, { state: 'failed', outcome: reason });
  }

  /** Takes over what a process that is gone had claimed. With `expiredOnly`, only leases that have run out. */
  async recover(options: { expiredOnly: boolean }): Promise<void> {
    let query = this.#db
      .updateTable('inbox')
      .set({ state: 'ready', lease_until: null })
      .where('state', '=', 'claimed');
    if (options.expiredOnly) query = query.where('lease_until', '<', toStamp(this.#clock.now()));
    await query.execute();
  }

  /** How many rows are open, kept aside and given up, and since when the oldest open one is there (ISO-8601 UTC). */
  async depth(): Promise<{ open: number; parked: number; failed: number; oldest: string | undefined }> {
    const rows = await this.#db
      .selectFrom('inbox')
      .select((eb) => ['state', eb.fn.countAll().as('n'), eb.fn.min('received_at').as('oldest')])
      .where('state', 'in', ['ready', 'claimed', 'parked', 'failed'])
      .groupBy('state')
      .execute();
    const open = rows.filter((row) => row.state === 'ready' || row.state === 'claimed');
    const count = (state: string) => Number(rows.find((row) => row.state === state)?.n ?? 0);
    return {
      open: count('ready') + count('claimed'),
      parked: count('parked'),
      failed: count('failed'),
      oldest: open.map((row) => row.oldest).sort()[0],
    };
  }

  async #goOn(ids: readonly number[]): Promise<void> {
    await this.#db
      .updateTable('inbox')
      .set({ state: 'ready', run_after: toStamp(this.#clock.now()), attempts: 0 })
      .where('id', 'in', [...ids])
      // It may have been given up since it was looked for.
      .where('state', '=', 'parked')
      .execute();
  }

  async #settle(claim: Claim, change: Change): Promise<void> {
    await this.#change(claim, { ...change, lease_until: null });
  }

  async #change(claim: Claim, change: Change): Promise<void> {
    const result = await this.#db
      .updateTable('inbox')
      .set(change)
      .where('id', '=', claim.id)
      .where('state', '=', 'claimed')
      .where('attempts', '=', claim.attempt)
      .executeTakeFirst();
    checkHeld(claim, result);
  }
}

/** None for a row whose event is not kept any more. */
function toEntry(row: Selectable<Schema['inbox']>): InboxEntry[] {
  const { id, attempts: attempt, dedupe_key: key, received_at: receivedAt, payload } = row;
  return payload === null ? [] : [{ id, attempt, key, receivedAt, event: JSON.parse(payload) }];
}

/**
 * The oldest rows that may run now and whose chats have nothing older open and nothing in hand; one that somebody else is
 * just claiming is passed over. States are spelled out, for the indexes of those that are open.
 */
function oldestFree(db: QueryCreator<Schema>, now: string, most: number) {
  return db
    .selectFrom('inbox as a')
    .select('a.id')
    .where(
      sql<boolean>`a.state = 'ready' and a.run_after <= ${now} and not exists (
        select 1 from inbox b where b.chat_id = a.chat_id and b.state in ('ready', 'claimed')
          and (b.id < a.id or b.state = 'claimed'))`,
    )
    .orderBy('a.id')
    .limit(most)
    .forUpdate('a')
    .skipLocked();
}

function leaseEnd(now: Instant): string {
  return toStamp(now.add({ seconds: LEASE_SECONDS }));
}

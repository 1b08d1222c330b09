import { type Selectable, sql } from 'kysely';
import {
  type ItemRecord,
  type ItemRevision,
  type NewItem,
  type RevisionAction,
  UNJUDGED,
} from '../../domain/item/item-record.ts';
import { type Executor, present } from '../row-shape.ts';
import type { Schema } from '../schema.ts';

export type ItemChange = Partial<
  Pick<
    ItemRecord,
    | 'title'
    | 'body'
    | 'eventDate'
    | 'section'
    | 'month'
    | 'campaign'
    | 'outlets'
    | 'state'
    | 'approvals'
    | 'secrecy'
    | 'leftOut'
    | 'wording'
  >
>;

export type ItemAnswer = Pick<
  ItemRecord,
  'id' | 'serial' | 'departmentId' | 'submittedAt' | 'week' | 'late' | 'state'
>;

/** Who did what to an item, and when (ISO-8601 UTC). */
export interface Deed {
  readonly actorId: string;
  readonly at: string;
  readonly action: RevisionAction;
  readonly note?: string;
}

/** Items and their revisions. Nothing is ever overwritten without a revision that keeps what was there. */
export class ItemRepo {
  readonly #db: Executor;

  constructor(db: Executor) {
    this.#db = db;
  }

  /**
   * Stores a new item and its first revision. `naming.number` turns the department's serial in the month of
   * submission (`naming.month`) into the item number; should another department have used that number (a name passed
   * on), the next serial is taken.
   */
  async insert(
    id: string,
    item: NewItem,
    naming: { month: string; number: (serial: number) => string },
  ): Promise<ItemRecord> {
    const { month: submittedMonth, number: nameNumber } = naming;
    const next = await nextSerials(this.#db, item, submittedMonth);
    const { number, serial: taken } = await freeNumber(this.#db, item.groupId, nameNumber, next.ofMonth);
    const record: ItemRecord = {
      ...item,
      id,
      number,
      serial: next.ofGroup,
      revision: 1,
      secrecy: UNJUDGED,
      leftOut: false,
    };
    await this.#db
      .insertInto('items')
      .values({ ...toRow(record), month_serial: taken, submitted_month: submittedMonth })
      .execute();
    await this.#addRevision(record, { actorId: item.authorId, at: item.submittedAt, action: 'submit' });
    return record;
  }

  async change(item: ItemRecord, change: ItemChange, by: Deed): Promise<ItemRecord> {
    const next: ItemRecord = { ...item, ...change, revision: item.revision + 1 };
    await this.#db.updateTable('items').set(toRow(next)).where('id', '=', item.id).execute();
    await this.#addRevision(next, by);
    return next;
  }

  async byId(id: string): Promise<ItemRecord | undefined> {
    const row = await this.#db.selectFrom('items').selectAll().where('id', '=', id).executeTakeFirst();
    return row && toItem(row);
  }

  /** Some items, oldest first. */
  async byIds(ids: readonly string[]): Promise<readonly ItemRecord[]> {
    if (ids.length === 0) return [];
    const rows = await this.#db
      .selectFrom('items')
      .selectAll()
      .where('id', 'in', [...new Set(ids)])
      .orderBy('serial')
      .execute();
    return rows.map(toItem);
  }

  /** The items that came with a message: `sourceIds` names them. In the order they were numbered. */
  async bySource(messageId: string): Promise<readonly ItemRecord[]> {
    const rows = await this.#db
      .selectFrom('items')
      .selectAll()
      .where((eb) =>
        eb.or([
          eb('source_message_id', '=', messageId),
          // `$` is the sign after `#`: all that begins with `om_…#`, found by the index.
          eb.and([
            eb('source_message_id', '>=', `${messageId}#`),
            eb('source_message_id', '<', `${messageId}$`),
          ]),
        ]),
      )
      .orderBy('serial')
      .execute();
    return rows.map(toItem);
  }

  async find(groupId: string, ref: { serial: number } | { number: string }): Promise<ItemRecord | undefined> {
    const query = this.#db.selectFrom('items').selectAll().where('group_id', '=', groupId);
    const row = await ('serial' in ref
      ? query.where('serial', '=', ref.serial)
      : query.where('number', '=', ref.number)
    ).executeTakeFirst();
    return row && toItem(row);
  }

  /** What this person has reported since an instant (ISO-8601 UTC) and is not closed, the latest. */
  async latestOpen(groupId: string, authorId: string, since: string): Promise<ItemRecord | undefined> {
    const row = await this.#db
      .selectFrom('items')
      .selectAll()
      .where('group_id', '=', groupId)
      .where('author_id', '=', authorId)
      .where('submitted_at', '>=', since)
      .where('state', 'not in', ['withdrawn', 'merged'])
      .orderBy('submitted_at', 'desc')
      .orderBy('serial', 'desc')
      .executeTakeFirst();
    return row && toItem(row);
  }

  /** Items of the given weeks in any state, oldest first. */
  async ofWeeks(groupId: string, weeks: readonly string[]): Promise<readonly ItemRecord[]> {
    if (weeks.length === 0) return [];
    const rows = await this.#db
      .selectFrom('items')
      .selectAll()
      .where('group_id', '=', groupId)
      .where('week', 'in', [...weeks])
      .orderBy('serial')
      .execute();
    return rows.map(toItem);
  }

  /** Of the items of the given weeks what decides how a department has answered, oldest first: schedules ask often. */
  async answersOfWeeks(groupId: string, weeks: readonly string[]): Promise<readonly ItemAnswer[]> {
    if (weeks.length === 0) return [];
    const rows = await this.#db
      .selectFrom('items')
      .select(['id', 'serial', 'department_id', 'submitted_at', 'week', 'late', 'state'])
      .where('group_id', '=', groupId)
      .where('week', 'in', [...weeks])
      .execute();
    // Sorted here: SQLite would read all items of the group by their serials rather than sort the few of a week.
    const inOrder = rows.sort((left, right) => left.serial - right.serial);
    return inOrder.map((row) => ({
      id: row.id,
      serial: row.serial,
      departmentId: row.department_id,
      submittedAt: row.submitted_at,
      week: row.week,
      late: row.late === 1,
      state: row.state as ItemRecord['state'],
    }));
  }

  /** Items of a month in any state, oldest first. */
  async ofMonth(groupId: string, month: string): Promise<readonly ItemRecord[]> {
    const rows = await this.#db
      .selectFrom('items')
      .selectAll()
      .where('group_id', '=', groupId)
      .where('month', '=', month)
      .orderBy('serial')
      .execute();
    return rows.map(toItem);
  }

  /** Approved items that have each of these words in title or body (width as written, case aside), newest first. */
  async search(groupId: string, words: readonly string[]): Promise<readonly ItemRecord[]> {
    let query = this.#db
      .selectFrom('items')
      .selectAll()
      .where('group_id', '=', groupId)
      .where('state', '=', 'approved');
    for (const word of words) {
      // As `lower` does on both databases: of all letters it knows the plain ones alone.
      const folded = word.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
      const pattern = `%${folded.replace(/[%_!]/g, '!$&')}%`;
      query = query.where(
        sql<boolean>`(lower(title) like ${pattern} escape '!' or lower(body) like ${pattern} escape '!')`,
      );
    }
    return (await query.orderBy('serial', 'desc').execute()).map(toItem);
  }

  /** Everything that was done to an item, oldest first. */
  async revisions(itemId: string): Promise<readonly ItemRevision[]> {
    const rows = await this.#db
      .selectFrom('item_revisions')
      .selectAll()
      .where('item_id', '=', itemId)
      .orderBy('revision')
      .execute();
    return rows.map((row) => ({
      revision: row.revision,
      at: row.at,
      actorId: row.actor_id,
      action: row.action as RevisionAction,
      item: JSON.parse(row.snapshot),
      ...present({ note: row.note }),
    }));
  }

  /** The newest items of a group that still count, newest first. */
  async latest(groupId: string, limit: number): Promise<readonly ItemRecord[]> {
    const rows = await this.#db
      .selectFrom('items')
      .selectAll()
      .where('group_id', '=', groupId)
      .where('state', 'not in', ['withdrawn', 'merged'])
      .orderBy('serial', 'desc')
      .limit(limit)
      .execute();
    return rows.map(toItem);
  }

  /** Items that wait for review, oldest first. */
  async inReview(groupId: string): Promise<readonly ItemRecord[]> {
    const rows = await this.#db
      .selectFrom('items')
      .selectAll()
      .where('group_id', '=', groupId)
      .where('state', '=', 'submitted')
      .orderBy('serial')
      .execute();
    return rows.map(toItem);
  }

  async #addRevision(item: ItemRecord, by: Deed): Promise<void> {
    await this.#db
      .insertInto('item_revisions')
      .values({
        item_id: item.id,
        revision: item.revision,
        at: by.at,
        actor_id: by.actorId,
        action: by.action,
        snapshot: JSON.stringify(item),
        note: by.note ?? null,
      })
      .execute();
  }
}

/** The next number among all items of the group, and among those that the department sent in in a month. */
async function nextSerials(
  db: Executor,
  { groupId, departmentId }: NewItem,
  submittedMonth: string,
): Promise<{ readonly ofGroup: number; readonly ofMonth: number }> {
  const last = await db
    .selectNoFrom((eb) => {
      const own = eb.selectFrom('items').where('group_id', '=', groupId);
      return [
        own.select((of) => of.fn.max('serial').as('last')).as('ofGroup'),
        own
          .select((of) => of.fn.max('month_serial').as('last'))
          .where('department_id', '=', departmentId)
          .where('submitted_month', '=', submittedMonth)
          .as('ofMonth'),
      ];
    })
    .executeTakeFirstOrThrow();
  return { ofGroup: Number(last.ofGroup ?? 0) + 1, ofMonth: Number(last.ofMonth ?? 0) + 1 };
}

async function freeNumber(
  db: Executor,
  groupId: string,
  nameNumber: (serial: number) => string,
  from: number,
): Promise<{ number: string; serial: number }> {
  for (let serial = from; ; serial += 1) {
    const number = nameNumber(serial);
    const taken = await db
      .selectFrom('items')
      .select('id')
      .where('group_id', '=', groupId)
      .where('number', '=', number)
      .executeTakeFirst();
    if (taken === undefined) return { number, serial };
  }
}

function toItem(row: Selectable<Schema['items']>): ItemRecord {
  return {
    id: row.id,
    groupId: row.group_id,
    serial: row.serial,
    number: row.number,
    departmentId: row.department_id,
    submittedAt: row.submitted_at,
    week: row.week,
    month: row.month,
    late: row.late === 1,
    ...present({ eventDate: row.event_date, campaign: row.campaign, outlets: row.outlets }),
    section: row.section,
    title: row.title,
    body: row.body,
    state: row.state as ItemRecord['state'],
    approvals: row.approvals,
    authorId: row.author_id,
    sourceMessageId: row.source_message_id,
    revision: row.revision,
    secrecy: row.secrecy as ItemRecord['secrecy'],
    leftOut: row.left_out === 1,
    ...(row.wording !== null && { wording: JSON.parse(row.wording) }),
  };
}

function toRow(item: ItemRecord) {
  return {
    id: item.id,
    group_id: item.groupId,
    serial: item.serial,
    number: item.number,
    department_id: item.departmentId,
    submitted_at: item.submittedAt,
    week: item.week,
    month: item.month,
    late: item.late ? 1 : 0,
    event_date: item.eventDate ?? null,
    section: item.section,
    title: item.title,
    body: item.body,
    campaign: item.campaign ?? null,
    outlets: item.outlets ?? null,
    state: item.state,
    approvals: item.approvals,
    author_id: item.authorId,
    source_message_id: item.sourceMessageId,
    revision: item.revision,
    secrecy: item.secrecy,
    left_out: item.leftOut ? 1 : 0,
    wording: item.wording === undefined ? null : JSON.stringify(item.wording),
  };
}

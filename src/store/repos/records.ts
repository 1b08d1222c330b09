import type { AuditAction, AuditEntry } from '../../domain/audit/audit-entry.ts';
import type { Executor } from '../row-shape.ts';

/** Far below the number of parameters that a statement may have. */
const GROUPS_AT_ONCE = 500;

/** Small keepsakes: the audit log, what schedules have fired, recalls that came first, and single values. */
export class RecordRepo {
  readonly #db: Executor;

  constructor(db: Executor) {
    this.#db = db;
  }

  async audit(entry: {
    groupId: string;
    at: string;
    actorId: string;
    action: string;
    detail: unknown;
  }): Promise<void> {
    await this.#db
      .insertInto('audit')
      .values({
        group_id: entry.groupId,
        at: entry.at,
        actor_id: entry.actorId,
        action: entry.action,
        detail: JSON.stringify(entry.detail),
      })
      .execute();
  }

  /**
   * The log of a group, newest first, up to `limit` lines. `about` is an id or a number that has to stand in the detail,
   * or be the person who acted.
   */
  async audited(
    groupId: string,
    { limit, actions, about }: { limit: number; actions?: readonly AuditAction[]; about?: string },
  ): Promise<readonly AuditEntry[]> {
    let query = this.#db.selectFrom('audit').selectAll().where('group_id', '=', groupId);
    if (actions !== undefined) query = query.where('action', 'in', [...actions]);
    if (about !== undefined) {
      query = query.where((eb) =>
        eb.or([eb('actor_id', '=', about), eb('detail', 'like', `%${JSON.stringify(about)}%`)]),
      );
    }
    const rows = await query.orderBy('id', 'desc').limit(limit).execute();
    return rows.map((row) => ({
      at: row.at,
      actorId: row.actor_id,
      action: row.action,
      detail: JSON.parse(row.detail),
    }));
  }

  /** Claims a due moment of a schedule. True for exactly one caller, whatever restarts or replicas do. */
  async fire(entry: {
    schedule: string;
    groupId: string;
    due: string;
    at: string;
    outcome: string;
  }): Promise<boolean> {
    const result = await this.#db
      .insertInto('fired')
      .values({
        schedule: entry.schedule,
        group_id: entry.groupId,
        due: entry.due,
        at: entry.at,
        outcome: entry.outcome,
      })
      .onConflict((c) => c.doNothing())
      .executeTakeFirst();
    return Number(result.numInsertedOrUpdatedRows ?? 0) === 1;
  }

  /** Notes what came of a moment that `fire` has claimed. */
  async conclude(entry: { schedule: string; groupId: string; due: string; outcome: string }): Promise<void> {
    await this.#db
      .updateTable('fired')
      .set({ outcome: entry.outcome })
      .where('schedule', '=', entry.schedule)
      .where('group_id', '=', entry.groupId)
      .where('due', '=', entry.due)
      .execute();
  }

  async hasFired(schedule: string, groupId: string, due: string): Promise<boolean> {
    return (await this.outcome(schedule, groupId, due)) !== undefined;
  }

  /** What came of a moment; undefined when nobody has acted on it. */
  async outcome(schedule: string, groupId: string, due: string): Promise<string | undefined> {
    const row = await this.#db
      .selectFrom('fired')
      .select('outcome')
      .where('schedule', '=', schedule)
      .where('group_id', '=', groupId)
      .where('due', '=', due)
      .executeTakeFirst();
    return row?.outcome;
  }

  /** Which of these moments of a schedule have been claimed, in any of the groups; as `<group> <due>`. */
  async firedAmong(
    schedule: string,
    { groups, dues }: { groups: readonly string[]; dues: readonly string[] },
  ): Promise<ReadonlySet<string>> {
    const fired = new Set<string>();
    for (let first = 0; first < groups.length; first += GROUPS_AT_ONCE) {
      const rows = await this.#db
        .selectFrom('fired')
        .select(['group_id', 'due'])
        .where('schedule', '=', schedule)
        .where('group_id', 'in', groups.slice(first, first + GROUPS_AT_ONCE))
        .where('due', 'in', [...dues])
        .execute();
      for (const row of rows) fired.add(`${row.group_id} ${row.due}`);
    }
    return fired;
  }

  async bury(messageId: string, recalledAt: string): Promise<void> {
    await this.#db
      .insertInto('tombstones')
      .values({ message_id: messageId, recalled_at: recalledAt })
      .onConflict((c) => c.doNothing())
      .execute();
  }

  async isBuried(messageId: string): Promise<boolean> {
    const row = await this.#db
      .selectFrom('tombstones')
      .select('message_id')
      .where('message_id', '=', messageId)
      .executeTakeFirst();
    return row !== undefined;
  }

  async value(key: string): Promise<string | undefined> {
    const row = await this.#db.selectFrom('meta').select('value').where('key', '=', key).executeTakeFirst();
    return row?.value;
  }

  /** Keeps a value unless there is one; returns the one that is kept. Of several who try, the first decides. */
  async keepFirst(key: string, value: string): Promise<string> {
    await this.#db
      .insertInto('meta')
      .values({ key, value })
      .onConflict((c) => c.doNothing())
      .execute();
    return (await this.value(key)) ?? value;
  }

  async setValue(key: string, value: string): Promise<void> {
    await this.#db
      .insertInto('meta')
      .values({ key, value })
      .onConflict((c) => c.column('key').doUpdateSet({ value }))
      .execute();
  }
}

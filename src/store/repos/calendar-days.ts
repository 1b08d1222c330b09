import type { CalendarDay } from '../../domain/calendar/calendar-day.ts';
import type { Executor } from '../row-shape.ts';

/** The days that a group's own calendar has otherwise than the plan. */
export class CalendarDayRepo {
  readonly #db: Executor;

  constructor(db: Executor) {
    this.#db = db;
  }

  /** In order of time. `from` and `to` (`YYYY-MM-DD`) are in. */
  async list(groupId: string, range?: { from: string; to: string }): Promise<readonly CalendarDay[]> {
    let query = this.#db
      .selectFrom('calendar_days')
      .select(['day', 'kind', 'note'])
      .where('group_id', '=', groupId);
    if (range !== undefined) query = query.where('day', '>=', range.from).where('day', '<=', range.to);
    const rows = await query.orderBy('day').execute();
    return rows.map(({ day, kind, note }) => ({ day, kind: kind === 'off' ? 'off' : 'workday', note }));
  }

  /** Sets days, those set before included. `version` is a fresh id. */
  async put(
    groupId: string,
    days: readonly CalendarDay[],
    { by, at, version }: { by: string; at: string; version: string },
  ): Promise<void> {
    for (const { day, kind, note } of days) {
      const set = { kind, note, set_by: by, set_at: at };
      await this.#db
        .insertInto('calendar_days')
        .values({ group_id: groupId, day, ...set })
        .onConflict((c) => c.columns(['group_id', 'day']).doUpdateSet(set))
        .execute();
    }
    await this.#renew(groupId, version);
  }

  /** Gives days back to the plan; those that were not set are passed over. `version` is a fresh id. */
  async drop(groupId: string, days: readonly string[], version: string): Promise<void> {
    if (days.length === 0) return;
    await this.#db
      .deleteFrom('calendar_days')
      .where('group_id', '=', groupId)
      .where('day', 'in', [...days])
      .execute();
    await this.#renew(groupId, version);
  }

  async #renew(groupId: string, version: string): Promise<void> {
    await this.#db
      .updateTable('groups')
      .set({ calendar_version: version })
      .where('id', '=', groupId)
      .execute();
  }
}

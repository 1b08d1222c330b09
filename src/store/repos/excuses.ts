import type { Selectable } from 'kysely';
import type { Excuse } from '../../domain/duty/excuse.ts';
import type { Executor } from '../row-shape.ts';
import type { Schema } from '../schema.ts';

/** Weeks that departments are excused from: one in force a department and week; what was cancelled stays on record. */
export class ExcuseRepo {
  readonly #db: Executor;

  constructor(db: Executor) {
    this.#db = db;
  }

  /** Takes the place of one that is in force for the same week. */
  async put(groupId: string, excuse: Excuse): Promise<void> {
    const { departmentId, week, reason, personId, at } = excuse;
    await this.cancel(excuse);
    await this.#db
      .insertInto('excuses')
      .values({ group_id: groupId, department_id: departmentId, week, reason, person_id: personId, at })
      .execute();
  }

  /** True when there was one in force. `personId` and `at` (ISO-8601 UTC): who cancels it, and when. */
  async cancel(by: Omit<Excuse, 'reason'>): Promise<boolean> {
    const result = await this.#db
      .updateTable('excuses')
      .set({ cancelled_by: by.personId, cancelled_at: by.at })
      .where('department_id', '=', by.departmentId)
      .where('week', '=', by.week)
      .where('cancelled_at', 'is', null)
      .executeTakeFirst();
    return Number(result.numUpdatedRows) > 0;
  }

  /** Those in force for the given weeks. */
  async ofWeeks(groupId: string, weeks: readonly string[]): Promise<readonly Excuse[]> {
    if (weeks.length === 0) return [];
    const rows = await this.#inForce(groupId)
      .where('week', 'in', [...weeks])
      .execute();
    return rows.map(toExcuse);
  }

  /** Those in force for a week and all later ones. */
  async since(groupId: string, week: string): Promise<readonly Excuse[]> {
    return (await this.#inForce(groupId).where('week', '>=', week).execute()).map(toExcuse);
  }

  #inForce(groupId: string) {
    return this.#db
      .selectFrom('excuses')
      .selectAll()
      .where('group_id', '=', groupId)
      .where('cancelled_at', 'is', null)
      .orderBy('week')
      .orderBy('id');
  }
}

function toExcuse(row: Selectable<Schema['excuses']>): Excuse {
  return {
    departmentId: row.department_id,
    week: row.week,
    reason: row.reason,
    personId: row.person_id,
    at: row.at,
  };
}

import type { NilRecord } from '../../domain/item/item-record.ts';
import type { Executor } from '../row-shape.ts';

/** Declared nil reports, one a department and week; saying it again changes the reason. */
export class NilRepo {
  readonly #db: Executor;

  constructor(db: Executor) {
    this.#db = db;
  }

  async put(groupId: string, nil: NilRecord): Promise<void> {
    const row = { reason: nil.reason, person_id: nil.personId, at: nil.at, late: nil.late ? 1 : 0 };
    await this.#db
      .insertInto('nils')
      .values({ group_id: groupId, department_id: nil.departmentId, week: nil.week, ...row })
      .onConflict((c) => c.columns(['department_id', 'week']).doUpdateSet({ reason: nil.reason }))
      .execute();
  }

  async ofWeeks(groupId: string, weeks: readonly string[]): Promise<readonly NilRecord[]> {
    if (weeks.length === 0) return [];
    const rows = await this.#db
      .selectFrom('nils')
      .selectAll()
      .where('group_id', '=', groupId)
      .where('week', 'in', [...weeks])
      .orderBy('at')
      .execute();
    return rows.map((row) => ({
      departmentId: row.department_id,
      week: row.week,
      reason: row.reason,
      personId: row.person_id,
      at: row.at,
      late: row.late === 1,
    }));
  }
}

import type { KnownMonth } from '../../domain/figures/known-month.ts';
import { type Executor, present } from '../row-shape.ts';

/** Figures of months before the bot kept count, as somebody has brought them in. */
export class KnownMonthRepo {
  readonly #db: Executor;

  constructor(db: Executor) {
    this.#db = db;
  }

  /** Of the months (`YYYY-MM`) from one to another, both included. */
  async between(groupId: string, from: string, to: string): Promise<readonly KnownMonth[]> {
    const rows = await this.#db
      .selectFrom('known_months')
      .select(['department_id', 'month', 'submitted', 'adopted'])
      .where('group_id', '=', groupId)
      .where('month', '>=', from)
      .where('month', '<=', to)
      .execute();
    return rows.map(({ department_id, month, submitted, adopted }) => ({
      departmentId: department_id,
      month,
      submitted,
      ...present({ adopted }),
    }));
  }

  /** Sets figures; those that were there for the same department and month are replaced. */
  async put(
    groupId: string,
    months: readonly KnownMonth[],
    { by, at }: { by: string; at: string },
  ): Promise<void> {
    for (const { departmentId, month, submitted, adopted } of months) {
      const set = { submitted, adopted: adopted ?? null, set_by: by, set_at: at };
      await this.#db
        .insertInto('known_months')
        .values({ group_id: groupId, department_id: departmentId, month, ...set })
        .onConflict((c) => c.columns(['group_id', 'month', 'department_id']).doUpdateSet(set))
        .execute();
    }
  }
}

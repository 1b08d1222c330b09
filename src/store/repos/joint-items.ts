import type { Executor } from '../row-shape.ts';
import type { Schema } from '../schema.ts';

/** A department that shares an item it does not own. */
export interface CoOwner {
  readonly itemId: string;
  readonly departmentId: string;
  /** The week that its own copy answered. */
  readonly week: string;
  readonly late: boolean;
}

/** Joint items: who shares what. */
export class JointItemRepo {
  readonly #db: Executor;

  constructor(db: Executor) {
    this.#db = db;
  }

  /** A department shares an item once; saying it again changes nothing. */
  async share(owner: CoOwner): Promise<void> {
    await this.#db
      .insertInto('co_owners')
      .values({
        item_id: owner.itemId,
        department_id: owner.departmentId,
        week: owner.week,
        late: owner.late ? 1 : 0,
      })
      .onConflict((c) => c.doNothing())
      .execute();
  }

  /** Who shares items of the group that still count. */
  async ofGroup(groupId: string): Promise<readonly CoOwner[]> {
    return toCoOwners(await this.#counting(groupId).execute());
  }

  /** Those whose copy has answered one of these weeks. */
  async ofWeeks(groupId: string, weeks: readonly string[]): Promise<readonly CoOwner[]> {
    if (weeks.length === 0) return [];
    const query = this.#counting(groupId).where('co_owners.week', 'in', [...weeks]);
    return toCoOwners(await query.execute());
  }

  #counting(groupId: string) {
    return this.#db
      .selectFrom('co_owners')
      .innerJoin('items', 'items.id', 'co_owners.item_id')
      .select(['co_owners.item_id', 'co_owners.department_id', 'co_owners.week', 'co_owners.late'])
      .where('items.group_id', '=', groupId)
      .where('items.state', 'not in', ['withdrawn', 'merged'])
      .orderBy('co_owners.department_id');
  }
}

function toCoOwners(rows: readonly Schema['co_owners'][]): readonly CoOwner[] {
  return rows.map((row) => ({
    itemId: row.item_id,
    departmentId: row.department_id,
    week: row.week,
    late: row.late === 1,
  }));
}

import type { Department, Reporter } from '../../domain/department/department.ts';
import { type Executor, present } from '../row-shape.ts';
import { type DepartmentHistory, readHistories } from './department-history.ts';

const NO_HISTORY: DepartmentHistory = { names: [], closures: [], quotas: [], reporters: [] };

/** Departments of a group with their names and correspondents. Dates are `YYYY-MM-DD`. */
export class DepartmentRepo {
  readonly #db: Executor;

  constructor(db: Executor) {
    this.#db = db;
  }

  /** All departments of a group, closed ones too, in the bureau's order. */
  async list(groupId: string): Promise<readonly Department[]> {
    const rows = await this.#db
      .selectFrom('departments')
      .selectAll()
      .where('group_id', '=', groupId)
      .orderBy('position')
      .execute();
    if (rows.length === 0) return [];
    const histories = await readHistories(this.#db, groupId);
    return rows.map((row) => ({
      id: row.id,
      groupId: row.group_id,
      openedOn: row.opened_on,
      ...present({ closedOn: row.closed_on, mergedInto: row.merged_into }),
      ...(histories.get(row.id) ?? NO_HISTORY),
    }));
  }

  /** Last in the bureau's order, or in the place of the department `placeOf`, right behind it. */
  async add(department: {
    id: string;
    groupId: string;
    name: string;
    openedOn: string;
    placeOf?: string;
  }): Promise<void> {
    const { id, groupId, name, openedOn, placeOf } = department;
    const position =
      placeOf === undefined
        ? await this.#lastPosition(groupId)
        : await this.#makeRoomBehind(groupId, placeOf);
    await this.#db
      .insertInto('departments')
      .values({ id, group_id: groupId, position, opened_on: openedOn })
      .execute();
    await this.rename(id, name, openedOn);
  }

  async #lastPosition(groupId: string): Promise<number> {
    const { last } = await this.#db
      .selectFrom('departments')
      .select((eb) => eb.fn.coalesce(eb.fn.max('position'), eb.lit(0)).as('last'))
      .where('group_id', '=', groupId)
      .executeTakeFirstOrThrow();
    return Number(last) + 1;
  }

  async #makeRoomBehind(groupId: string, id: string): Promise<number> {
    const { position } = await this.#db
      .selectFrom('departments')
      .select('position')
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    await this.#db
      .updateTable('departments')
      .set((eb) => ({ position: eb('position', '+', 1) }))
      .where('group_id', '=', groupId)
      .where('position', '>', position)
      .execute();
    return position + 1;
  }

  /** The new name holds from the given date; a second change on that date replaces the first. */
  async rename(id: string, name: string, from: string): Promise<void> {
    await this.#db
      .insertInto('department_names')
      .values({ department_id: id, name, from_date: from })
      .onConflict((c) => c.columns(['department_id', 'from_date']).doUpdateSet({ name }))
      .execute();
  }

  /** From the given date on so many items a week; a second change on that date replaces the first. */
  async setQuota(id: string, items: number, from: string): Promise<void> {
    await this.#db
      .insertInto('department_quotas')
      .values({ department_id: id, items, from_date: from })
      .onConflict((c) => c.columns(['department_id', 'from_date']).doUpdateSet({ items }))
      .execute();
  }

  /** `mergedInto`: the department that takes its place. */
  async close(id: string, from: string, mergedInto?: string): Promise<void> {
    const change = { closed_on: from, merged_into: mergedInto ?? null };
    await this.#db.updateTable('departments').set(change).where('id', '=', id).execute();
  }

  /** There again from the given day on. What lies between is kept; on the day of the closure there is nothing between. */
  async reopen(id: string, on: string): Promise<void> {
    const { closed_on: from } = await this.#db
      .selectFrom('departments')
      .select('closed_on')
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    if (from === null) return;
    if (from < on) {
      const closure = { department_id: id, from_date: from, to_date: on };
      await this.#db.insertInto('department_closures').values(closure).execute();
    }
    await this.#db.updateTable('departments').set({ closed_on: null }).where('id', '=', id).execute();
  }

  async addReporter(id: string, reporter: Reporter): Promise<void> {
    await this.#db
      .insertInto('reporters')
      .values({
        department_id: id,
        person_id: reporter.personId,
        kind: reporter.kind,
        from_date: reporter.from,
      })
      .onConflict((c) =>
        c
          .columns(['department_id', 'person_id', 'from_date'])
          .doUpdateSet({ kind: reporter.kind, to_date: null }),
      )
      .execute();
  }

  async endReporter(id: string, personId: string, to: string): Promise<void> {
    await this.#db
      .updateTable('reporters')
      .set({ to_date: to })
      .where('department_id', '=', id)
      .where('person_id', '=', personId)
      .where('to_date', 'is', null)
      .execute();
  }
}

import type { Selectable } from 'kysely';
import type { Commission } from '../../domain/commission/commission.ts';
import { type Executor, present } from '../row-shape.ts';
import type { Schema } from '../schema.ts';

/** What departments were asked to write, and what they sent. Nothing is deleted: a cancelled one keeps its number. */
export class CommissionRepo {
  readonly #db: Executor;

  constructor(db: Executor) {
    this.#db = db;
  }

  /** Stores it under the group's next number. */
  async insert(asked: Omit<Commission, 'serial' | 'answers' | 'cancelledAt'>): Promise<Commission> {
    const { last } = await this.#db
      .selectFrom('commissions')
      .select((eb) => eb.fn.max('serial').as('last'))
      .where('group_id', '=', asked.groupId)
      .executeTakeFirstOrThrow();
    const serial = Number(last ?? 0) + 1;
    await this.#db
      .insertInto('commissions')
      .values({
        id: asked.id,
        group_id: asked.groupId,
        serial,
        topic: asked.topic,
        brief: asked.brief,
        due_on: asked.dueOn,
        asked_by: asked.askedBy,
        asked_at: asked.askedAt,
      })
      .execute();
    for (const [position, departmentId] of asked.departmentIds.entries()) {
      await this.#db
        .insertInto('commission_departments')
        .values({ commission_id: asked.id, department_id: departmentId, position })
        .execute();
    }
    return { ...asked, serial, answers: [] };
  }

  async find(groupId: string, serial: number): Promise<Commission | undefined> {
    const rows = await this.#db
      .selectFrom('commissions')
      .selectAll()
      .where('group_id', '=', groupId)
      .where('serial', '=', serial)
      .execute();
    return (await this.#complete(rows))[0];
  }

  /** Those due from one day (to another; `YYYY-MM-DD`, both included) and not cancelled, the earliest first. */
  async dueFrom(groupId: string, from: string, to?: string): Promise<readonly Commission[]> {
    let query = this.#db
      .selectFrom('commissions')
      .selectAll()
      .where('group_id', '=', groupId)
      .where('due_on', '>=', from);
    if (to !== undefined) query = query.where('due_on', '<=', to);
    const rows = await query.where('cancelled_at', 'is', null).orderBy('due_on').orderBy('serial').execute();
    return this.#complete(rows);
  }

  async cancel(id: string, at: string): Promise<void> {
    await this.#db.updateTable('commissions').set({ cancelled_at: at }).where('id', '=', id).execute();
  }

  /** Notes that an item was sent in for it. */
  async answer(id: string, itemId: string): Promise<void> {
    await this.#db
      .insertInto('commission_items')
      .values({ commission_id: id, item_id: itemId })
      .onConflict((c) => c.doNothing())
      .execute();
  }

  async #complete(rows: readonly Selectable<Schema['commissions']>[]): Promise<readonly Commission[]> {
    if (rows.length === 0) return [];
    const ids = rows.map(({ id }) => id);
    const asked = await this.#db
      .selectFrom('commission_departments')
      .selectAll()
      .where('commission_id', 'in', ids)
      .orderBy('position')
      .execute();
    const answers = await this.#db
      .selectFrom('commission_items')
      .innerJoin('items', 'items.id', 'commission_items.item_id')
      .select(['commission_items.commission_id', 'items.department_id', 'items.serial'])
      .where('commission_items.commission_id', 'in', ids)
      .where('items.state', '!=', 'withdrawn')
      .orderBy('items.serial')
      .execute();
    return rows.map((row) => ({
      id: row.id,
      groupId: row.group_id,
      serial: row.serial,
      topic: row.topic,
      brief: row.brief,
      dueOn: row.due_on,
      departmentIds: asked.filter((one) => one.commission_id === row.id).map((one) => one.department_id),
      askedBy: row.asked_by,
      askedAt: row.asked_at,
      ...present({ cancelledAt: row.cancelled_at }),
      answers: answers
        .filter((one) => one.commission_id === row.id)
        .map((one) => ({ departmentId: one.department_id, serial: one.serial })),
    }));
  }
}

import type { Selectable } from 'kysely';
import type { Adoption } from '../../domain/adoption/adoption.ts';
import { type Executor, present } from '../row-shape.ts';
import type { Schema } from '../schema.ts';

/** What outlets printed. A cancelled adoption stays on record. */
export class AdoptionRepo {
  readonly #db: Executor;

  constructor(db: Executor) {
    this.#db = db;
  }

  /** False when that item, outlet and day are registered already. */
  async insert(adoption: Adoption): Promise<boolean> {
    const result = await this.#db
      .insertInto('adoptions')
      .values({
        id: adoption.id,
        group_id: adoption.groupId,
        item_id: adoption.itemId,
        outlet: adoption.outlet,
        date: adoption.date,
        link: adoption.link ?? null,
        place: adoption.place,
        registered_by: adoption.registeredBy,
        registered_at: adoption.registeredAt,
      })
      .onConflict((c) => c.doNothing())
      .executeTakeFirst();
    return Number(result.numInsertedOrUpdatedRows ?? 0) === 1;
  }

  async cancel(id: string, { by, at }: { by: string; at: string }): Promise<void> {
    await this.#db
      .updateTable('adoptions')
      .set({ cancelled_by: by, cancelled_at: at })
      .where('id', '=', id)
      .execute();
  }

  /** Gives what was printed of one item to another, but for what that one has itself. */
  async move(fromItem: string, toItem: string): Promise<void> {
    const own = new Set((await this.ofItem(toItem)).map(({ outlet, date }) => `${outlet} ${date}`));
    for (const { id, outlet, date } of await this.ofItem(fromItem)) {
      if (own.has(`${outlet} ${date}`)) continue;
      await this.#db.updateTable('adoptions').set({ item_id: toItem }).where('id', '=', id).execute();
    }
  }

  /** Of an item, by day of publication. */
  async ofItem(itemId: string): Promise<readonly Adoption[]> {
    const rows = await this.#db
      .selectFrom('adoptions')
      .selectAll()
      .where('item_id', '=', itemId)
      .where('cancelled_at', 'is', null)
      .orderBy('date')
      .orderBy('registered_at')
      .execute();
    return rows.map(toAdoption);
  }

  /** Published from one day to another (`YYYY-MM-DD`, both included), by day of publication. */
  async between(groupId: string, from: string, to: string): Promise<readonly Adoption[]> {
    const rows = await this.#db
      .selectFrom('adoptions')
      .selectAll()
      .where('group_id', '=', groupId)
      .where('date', '>=', from)
      .where('date', '<=', to)
      .where('cancelled_at', 'is', null)
      .orderBy('date')
      .orderBy('registered_at')
      .orderBy('id')
      .execute();
    return rows.map(toAdoption);
  }

  /** Of all items of a group, by day of publication. */
  async ofGroup(groupId: string): Promise<readonly Adoption[]> {
    return await this.between(groupId, '', '9999-12-31');
  }

  /** The earliest day of publication that anybody registered; undefined while there is none. */
  async firstDay(groupId: string): Promise<string | undefined> {
    const { first } = await this.#db
      .selectFrom('adoptions')
      .select((eb) => eb.fn.min('date').as('first'))
      .where('group_id', '=', groupId)
      .where('cancelled_at', 'is', null)
      .executeTakeFirstOrThrow();
    return first ?? undefined;
  }
}

function toAdoption(row: Selectable<Schema['adoptions']>): Adoption {
  return {
    id: row.id,
    groupId: row.group_id,
    itemId: row.item_id,
    outlet: row.outlet,
    date: row.date,
    ...present({ link: row.link }),
    place: row.place,
    registeredBy: row.registered_by,
    registeredAt: row.registered_at,
  };
}

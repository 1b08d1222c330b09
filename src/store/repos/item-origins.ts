import type { Selectable } from 'kysely';
import type { ItemOrigin } from '../../domain/hand-up/item-origin.ts';
import type { Executor } from '../row-shape.ts';
import type { Schema } from '../schema.ts';

/** Far below the number of parameters that a statement may have. */
const AT_ONCE = 500;

/** Where items came from that a lower group has handed up: an item once to each upper group. */
export class ItemOriginRepo {
  readonly #db: Executor;

  constructor(db: Executor) {
    this.#db = db;
  }

  async insert(origin: ItemOrigin, { by, at }: { by: string; at: string }): Promise<void> {
    await this.#db
      .insertInto('item_origins')
      .values({
        item_id: origin.itemId,
        group_id: origin.groupId,
        origin_item_id: origin.originItemId,
        origin_group_id: origin.originGroupId,
        unit: origin.unit,
        number: origin.number,
        department: origin.department,
        month: origin.month,
        version: origin.version,
        digest: origin.digest,
        handed_up_by: by,
        handed_up_at: at,
      })
      .execute();
  }

  /** Other words of the same item have been handed up. */
  async renew(
    itemId: string,
    { month, version, digest }: Pick<ItemOrigin, 'month' | 'version' | 'digest'>,
  ): Promise<void> {
    await this.#db
      .updateTable('item_origins')
      .set({ month, version, digest })
      .where('item_id', '=', itemId)
      .execute();
  }

  /** Where an item came from; undefined for one that was submitted in its own group. */
  async of(itemId: string): Promise<ItemOrigin | undefined> {
    const row = await this.#db
      .selectFrom('item_origins')
      .selectAll()
      .where('item_id', '=', itemId)
      .executeTakeFirst();
    return row && toOrigin(row);
  }

  /** An item's way up, the nearest group first; empty for one that was submitted in its own group. */
  async chainOf(itemId: string): Promise<readonly ItemOrigin[]> {
    const chain: ItemOrigin[] = [];
    for (
      let origin = await this.of(itemId);
      origin !== undefined;
      origin = await this.of(origin.originItemId)
    ) {
      chain.push(origin);
    }
    return chain;
  }

  /** What an item of a lower group has become in upper ones. */
  async above(originItemId: string): Promise<readonly ItemOrigin[]> {
    const rows = await this.#db
      .selectFrom('item_origins')
      .selectAll()
      .where('origin_item_id', '=', originItemId)
      .orderBy('handed_up_at')
      .execute();
    return rows.map(toOrigin);
  }

  /** What became of some items in an upper group, by their id in the lower one. */
  async handedUp(
    groupId: string,
    originItemIds: readonly string[],
  ): Promise<ReadonlyMap<string, ItemOrigin>> {
    const found = new Map<string, ItemOrigin>();
    for (let first = 0; first < originItemIds.length; first += AT_ONCE) {
      const rows = await this.#db
        .selectFrom('item_origins')
        .selectAll()
        .where('group_id', '=', groupId)
        .where('origin_item_id', 'in', originItemIds.slice(first, first + AT_ONCE))
        .execute();
      for (const row of rows) found.set(row.origin_item_id, toOrigin(row));
    }
    return found;
  }
}

function toOrigin(row: Selectable<Schema['item_origins']>): ItemOrigin {
  return {
    itemId: row.item_id,
    groupId: row.group_id,
    originItemId: row.origin_item_id,
    originGroupId: row.origin_group_id,
    unit: row.unit,
    number: row.number,
    department: row.department,
    month: row.month,
    version: row.version,
    digest: row.digest,
  };
}

import type { Executor } from '../row-shape.ts';

/** An item that was offered to an outlet. */
export interface Pitch {
  readonly itemId: string;
  /** As the directory named it then. */
  readonly outlet: string;
  /** ISO-8601 UTC. */
  readonly at: string;
}

/** Which items were offered to which outlets. */
export class PitchRepo {
  readonly #db: Executor;

  constructor(db: Executor) {
    this.#db = db;
  }

  /** The first time counts: offering it again changes nothing. */
  async insert(groupId: string, { itemId, outlet, at }: Pitch, by: string): Promise<void> {
    await this.#db
      .insertInto('pitches')
      .values({ item_id: itemId, outlet, group_id: groupId, pitched_by: by, pitched_at: at })
      .onConflict((c) => c.doNothing())
      .execute();
  }

  /** In the order in which it was offered. */
  async ofItem(itemId: string): Promise<readonly Pitch[]> {
    return await this.#read('item_id', itemId);
  }

  /** Of all items of a group, in the order in which they were offered. */
  async ofGroup(groupId: string): Promise<readonly Pitch[]> {
    return await this.#read('group_id', groupId);
  }

  async #read(column: 'item_id' | 'group_id', id: string): Promise<readonly Pitch[]> {
    const rows = await this.#db
      .selectFrom('pitches')
      .select(['item_id', 'outlet', 'pitched_at'])
      .where(column, '=', id)
      .orderBy('pitched_at')
      .orderBy('outlet')
      .execute();
    return rows.map((row) => ({ itemId: row.item_id, outlet: row.outlet, at: row.pitched_at }));
  }
}

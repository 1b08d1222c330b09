import type { Executor } from '../row-shape.ts';

/** Far below the number of parameters that a statement may have. */
const AT_ONCE = 500;

/** Where items stand among those of their block, as a lead has put them. */
export class ItemPlaceRepo {
  readonly #db: Executor;

  constructor(db: Executor) {
    this.#db = db;
  }

  /** The places in a month's report, by item. */
  async ofMonth(groupId: string, month: string): Promise<ReadonlyMap<string, number>> {
    const rows = await this.#db
      .selectFrom('item_places')
      .select(['item_id', 'place'])
      .where('group_id', '=', groupId)
      .where('month', '=', month)
      .execute();
    return new Map(rows.map((row) => [row.item_id, row.place]));
  }

  /** Gives the items of a block their places in a month's report: 1, 2, 3 … in the given order. */
  async arrange(report: { groupId: string; month: string }, itemIds: readonly string[]): Promise<void> {
    const rows = itemIds.map((id, index) => ({
      item_id: id,
      group_id: report.groupId,
      month: report.month,
      place: index + 1,
    }));
    // In one order whoever arranges: two at once then wait for each other and can't lock each other out.
    rows.sort((left, right) => (left.item_id < right.item_id ? -1 : 1));
    for (let first = 0; first < rows.length; first += AT_ONCE) {
      await this.#db
        .insertInto('item_places')
        .values(rows.slice(first, first + AT_ONCE))
        .onConflict((c) =>
          c.column('item_id').doUpdateSet((eb) => ({
            month: eb.ref('excluded.month'),
            place: eb.ref('excluded.place'),
          })),
        )
        .execute();
    }
  }

  /** For an item that goes to another block: its place there is not what it was here. */
  async drop(itemId: string): Promise<void> {
    await this.#db.deleteFrom('item_places').where('item_id', '=', itemId).execute();
  }
}

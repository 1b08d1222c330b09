import type { Executor } from '../row-shape.ts';

/** Far below the number of parameters that a statement may have. */
const AT_ONCE = 500;

/** Where a lead wants an item that came after its month's report was final: in the next report, or in an amendment. */
export type LateChoice = 'next' | 'amend';

/** An item of a final month that no final report prints. */
export interface MissedItem {
  readonly itemId: string;
  readonly month: string;
  readonly choice?: LateChoice;
}

/** Which items final reports print, each in one month alone, and where a lead wants those that came too late. */
export class FrozenItemRepo {
  readonly #db: Executor;

  constructor(db: Executor) {
    this.#db = db;
  }

  /** The items that a month's final version prints, in place of those of the version it amends. */
  async replace(
    { groupId, month }: { groupId: string; month: string },
    itemIds: readonly string[],
  ): Promise<void> {
    await this.#db
      .deleteFrom('frozen_items')
      .where('group_id', '=', groupId)
      .where('month', '=', month)
      .execute();
    for (let first = 0; first < itemIds.length; first += AT_ONCE) {
      const rows = itemIds.slice(first, first + AT_ONCE);
      await this.#db
        .insertInto('frozen_items')
        .values(rows.map((id) => ({ item_id: id, group_id: groupId, month })))
        .onConflict((c) => c.column('item_id').doUpdateSet({ month }))
        .execute();
    }
  }

  /** The month (`YYYY-MM`) whose final report prints an item. */
  async monthOf(itemId: string): Promise<string | undefined> {
    const row = await this.#db
      .selectFrom('frozen_items')
      .select('month')
      .where('item_id', '=', itemId)
      .executeTakeFirst();
    return row?.month;
  }

  /** Ids of the items that a month's final report prints. */
  async ofMonth(groupId: string, month: string): Promise<readonly string[]> {
    const rows = await this.#db
      .selectFrom('frozen_items')
      .select('item_id')
      .where('group_id', '=', groupId)
      .where('month', '=', month)
      .execute();
    return rows.map((row) => row.item_id);
  }

  /** Of a month's items those that some final report prints: by id, the month of that report. */
  async printedOf(groupId: string, month: string): Promise<ReadonlyMap<string, string>> {
    const rows = await this.#db
      .selectFrom('frozen_items')
      .innerJoin('items', 'items.id', 'frozen_items.item_id')
      .select(['frozen_items.item_id', 'frozen_items.month'])
      .where('items.group_id', '=', groupId)
      .where('items.month', '=', month)
      .execute();
    return new Map(rows.map((row) => [row.item_id, row.month]));
  }

  /** Items of final months that no final report prints and that still count, the oldest first. */
  async missed(groupId: string): Promise<readonly MissedItem[]> {
    const rows = await this.#db
      .selectFrom('items')
      .leftJoin('frozen_items', 'frozen_items.item_id', 'items.id')
      .leftJoin('late_choices', 'late_choices.item_id', 'items.id')
      .select(['items.id', 'items.month', 'late_choices.choice'])
      .where('items.group_id', '=', groupId)
      .where('items.state', 'not in', ['withdrawn', 'merged'])
      .where('frozen_items.item_id', 'is', null)
      .where('items.month', 'in', (eb) =>
        eb
          .selectFrom('reports')
          .select('reports.month')
          .where('reports.group_id', '=', groupId)
          .where('reports.kind', '=', 'report')
          .where('reports.frozen_at', 'is not', null),
      )
      .orderBy('items.serial')
      .execute();
    return rows.map(({ id, month, choice }) => ({
      itemId: id,
      month,
      ...(choice !== null && { choice: choice as LateChoice }),
    }));
  }

  async choose(
    itemId: string,
    { choice, by, at }: { choice: LateChoice; by: string; at: string },
  ): Promise<void> {
    const decision = { choice, decided_by: by, decided_at: at };
    await this.#db
      .insertInto('late_choices')
      .values({ item_id: itemId, ...decision })
      .onConflict((c) => c.column('item_id').doUpdateSet(decision))
      .execute();
  }
}

import type { OfferedChange, SourceChange } from '../../domain/item/source-change.ts';
import type { Executor } from '../row-shape.ts';

/** Changes of the messages that items came from, as found when these were read back, and what was decided on each. */
export class SourceChangeRepo {
  readonly #db: Executor;

  constructor(db: Executor) {
    this.#db = db;
  }

  /** Keeps a change open for decision, unless it was decided before. It takes the place of an older one of the item. */
  async offer({ itemId, hash, change }: OfferedChange, at: string): Promise<void> {
    await this.#db
      .deleteFrom('source_changes')
      .where('item_id', '=', itemId)
      .where('state', '=', 'open')
      .where('hash', '!=', hash)
      .execute();
    await this.#db
      .insertInto('source_changes')
      .values({
        item_id: itemId,
        hash,
        kind: change.kind,
        edit: change.kind === 'edited' ? JSON.stringify(change.edit) : null,
        state: 'open',
        found_at: at,
      })
      .onConflict((c) => c.doNothing())
      .execute();
  }

  /** The message says again what the item says: nothing is left to decide. */
  async drop(itemId: string): Promise<void> {
    await this.#db
      .deleteFrom('source_changes')
      .where('item_id', '=', itemId)
      .where('state', '=', 'open')
      .execute();
  }

  /** Open changes of a month's items that still count, in the order of their numbers. */
  async open(groupId: string, month: string): Promise<readonly OfferedChange[]> {
    const rows = await this.#db
      .selectFrom('source_changes')
      .innerJoin('items', 'items.id', 'source_changes.item_id')
      .select(['source_changes.item_id', 'source_changes.hash', 'source_changes.kind', 'source_changes.edit'])
      .where('items.group_id', '=', groupId)
      .where('items.month', '=', month)
      .where('items.state', 'not in', ['withdrawn', 'merged'])
      .where('source_changes.state', '=', 'open')
      .orderBy('items.serial')
      .execute();
    return rows.map((row) => ({ itemId: row.item_id, hash: row.hash, change: toChange(row) }));
  }

  /** Records a decision and returns what was decided on; undefined when that is not open any more. The text goes. */
  async decide(
    { itemId, hash }: Pick<OfferedChange, 'itemId' | 'hash'>,
    by: { state: 'adopted' | 'declined'; actorId: string; at: string },
  ): Promise<SourceChange | undefined> {
    const row = await this.#db
      .selectFrom('source_changes')
      .select(['kind', 'edit'])
      .where('item_id', '=', itemId)
      .where('hash', '=', hash)
      .where('state', '=', 'open')
      .executeTakeFirst();
    if (row === undefined) return undefined;
    await this.#db
      .updateTable('source_changes')
      .set({ state: by.state, decided_by: by.actorId, decided_at: by.at, edit: null })
      .where('item_id', '=', itemId)
      .where('hash', '=', hash)
      .execute();
    return toChange(row);
  }
}

function toChange(row: { kind: string; edit: string | null }): SourceChange {
  if (row.kind === 'edited') return { kind: 'edited', edit: JSON.parse(row.edit ?? '{}') };
  return { kind: row.kind === 'gone' ? 'gone' : 'regrouped' };
}

import type { Outlet, OutletLevel } from '../../domain/outlet/outlet.ts';
import type { Executor } from '../row-shape.ts';

/** Each group's directory of outlets. It is the operator's until the group changes something; then it is its own. */
export class OutletRepo {
  readonly #db: Executor;
  readonly #shipped: readonly Outlet[];

  constructor(db: Executor, shipped: readonly Outlet[]) {
    this.#db = db;
    this.#shipped = shipped;
  }

  /** In the directory's order. */
  async list(groupId: string): Promise<readonly Outlet[]> {
    const rows = await this.#db
      .selectFrom('outlets')
      .selectAll()
      .where('group_id', '=', groupId)
      .orderBy('position')
      .execute();
    if (rows.length === 0) return this.#shipped;
    return rows
      .filter((row) => row.removed_at === null)
      .map(({ name, level, aliases, address, format, deadline }) => ({
        name,
        level: level as OutletLevel,
        aliases: JSON.parse(aliases),
        address,
        format,
        deadline,
      }));
  }

  /** Puts an outlet into the directory: last, or in the place of one that it takes over from (`replaces`, by name). */
  async put(groupId: string, outlet: Outlet, at: string, replaces = outlet.name): Promise<void> {
    const all = await this.#makeOwn(groupId);
    const found = all.find(({ name }) => name === replaces);
    const position = found?.position ?? Math.max(0, ...all.map((row) => row.position)) + 1;
    if (replaces !== outlet.name) await this.remove(groupId, replaces, at);
    const row = { ...outlet, aliases: JSON.stringify(outlet.aliases), position, removed_at: null };
    await this.#db
      .insertInto('outlets')
      .values({ group_id: groupId, ...row })
      .onConflict((c) => c.columns(['group_id', 'name']).doUpdateSet(row))
      .execute();
  }

  async remove(groupId: string, name: string, at: string): Promise<void> {
    await this.#makeOwn(groupId);
    await this.#db
      .updateTable('outlets')
      .set({ removed_at: at })
      .where('group_id', '=', groupId)
      .where('name', '=', name)
      .execute();
  }

  /** The group's rows, removed ones too; the operator's directory becomes the group's with its first change. */
  async #makeOwn(groupId: string): Promise<readonly { name: string; position: number }[]> {
    const rows = await this.#db
      .selectFrom('outlets')
      .select(['name', 'position'])
      .where('group_id', '=', groupId)
      .execute();
    if (rows.length > 0 || this.#shipped.length === 0) return rows;
    const own = this.#shipped.map((outlet, index) => ({
      group_id: groupId,
      ...outlet,
      aliases: JSON.stringify(outlet.aliases),
      position: index + 1,
      removed_at: null,
    }));
    await this.#db.insertInto('outlets').values(own).execute();
    return own;
  }
}

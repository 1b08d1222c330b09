import { type Selectable, sql } from 'kysely';
import type { Group } from '../../domain/group/group.ts';
import type { GroupSettings } from '../../domain/group/settings.ts';
import { type ReadSettings, readOwn } from '../read-settings.ts';
import { type Executor, present } from '../row-shape.ts';
import type { Schema } from '../schema.ts';

/** A transaction that holds a group needs these as well: it has to begin anew, and to hold them all from the start. */
export class HeldTooLate extends Error {
  readonly ids: readonly string[];

  constructor(ids: readonly string[]) {
    super('all groups have to be held together');
    this.ids = ids;
  }
}

/** Groups the bot is or was in. */
export class GroupRepo {
  readonly #db: Executor;
  readonly #readSettings: ReadSettings;
  /** What this transaction has asked to hold. */
  readonly #asked = new Set<string>();
  #holdsAny = false;

  constructor(db: Executor, readSettings: ReadSettings) {
    this.#db = db;
    this.#readSettings = readSettings;
  }

  /** Makes sure the group is known; a group that comes back keeps everything it had. */
  async ensure(id: string, name: string, at: string): Promise<Group> {
    const row = await this.#db
      .insertInto('groups')
      .values({ id, name, settings: '{}', created_at: at })
      .onConflict((c) => c.column('id').doUpdateSet({ removed_at: null, ...(name ? { name } : {}) }))
      .returningAll()
      .executeTakeFirstOrThrow();
    return this.#toGroup(row);
  }

  /**
   * The group, for the rest of the transaction this one's alone: whoever reads about a group in order to change something
   * holds it first. Where several have to be held, `holdAll` does so in an order that everybody keeps. One that comes
   * later throws HeldTooLate, at which `Store.transaction` begins anew: two that wait for each other's group would both
   * stand still until the database breaks one off.
   */
  async hold(id: string): Promise<Group | undefined> {
    const [group] = await this.holdAll([id]);
    return group;
  }

  /** Those of the groups that are known, by id. */
  async holdAll(ids: readonly string[]): Promise<readonly Group[]> {
    if (ids.length === 0) return [];
    this.#noteHeld(ids);
    const rows = await this.#db
      .selectFrom('groups')
      .selectAll()
      .where('id', 'in', [...new Set(ids)])
      .orderBy('id')
      .forUpdate()
      .execute();
    this.#holdsAny ||= rows.length > 0;
    return rows.map((row) => this.#toGroup(row));
  }

  async find(id: string): Promise<Group | undefined> {
    const row = await this.#db.selectFrom('groups').selectAll().where('id', '=', id).executeTakeFirst();
    return row && this.#toGroup(row);
  }

  /** Groups in which the bot is and whose admin has pressed 启用. */
  async enabled(): Promise<readonly Group[]> {
    const rows = await this.#db
      .selectFrom('groups')
      .selectAll()
      .where('removed_at', 'is', null)
      .where('enabled_at', 'is not', null)
      .orderBy('id')
      .execute();
    return rows.map((row) => this.#toGroup(row));
  }

  /** How many groups there are, by how the bot stands with them. */
  async count(): Promise<Readonly<Record<'enabled' | 'waiting' | 'left', number>>> {
    const rows = await this.#db
      .selectFrom('groups')
      .select((eb) => [
        sql<string>`case when removed_at is not null then 'left'
          when enabled_at is null then 'waiting' else 'enabled' end`.as('state'),
        eb.fn.countAll().as('n'),
      ])
      .groupBy('state')
      .execute();
    const count = (state: string) => Number(rows.find((row) => row.state === state)?.n ?? 0);
    return { enabled: count('enabled'), waiting: count('waiting'), left: count('left') };
  }

  /** Groups a person is a member of now, by name. */
  ofPerson(personId: string): Promise<readonly Group[]> {
    return this.#ofMember(personId, 'is');
  }

  /** Groups the bot has left, of which this person was a member until then, by name. */
  archivedOf(personId: string): Promise<readonly Group[]> {
    return this.#ofMember(personId, 'is not');
  }

  async enable(id: string, at: string, by: string): Promise<void> {
    await this.#db
      .updateTable('groups')
      .set({ enabled_at: at, enabled_by: by })
      .where('id', '=', id)
      .where('enabled_at', 'is', null)
      .execute();
  }

  /** Keeps what the group has set for itself; what it has not follows the operator's defaults. */
  async override(id: string, change: Partial<GroupSettings>): Promise<void> {
    const row = await this.#db
      .selectFrom('groups')
      .select('settings')
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    const settings = JSON.stringify({ ...readOwn(row.settings), ...change });
    await this.#db.updateTable('groups').set({ settings }).where('id', '=', id).execute();
  }

  async markRemoved(id: string, at: string): Promise<void> {
    await this.#db.updateTable('groups').set({ removed_at: at }).where('id', '=', id).execute();
  }

  /** Outside of a transaction nothing stays held. */
  #noteHeld(ids: readonly string[]): void {
    if (!this.#db.isTransaction) return;
    const isLate = this.#holdsAny && ids.some((id) => !this.#asked.has(id));
    for (const id of ids) this.#asked.add(id);
    if (isLate) throw new HeldTooLate([...this.#asked]);
  }

  async #ofMember(personId: string, removed: 'is' | 'is not'): Promise<readonly Group[]> {
    const rows = await this.#db
      .selectFrom('groups')
      .innerJoin('members', 'members.group_id', 'groups.id')
      .selectAll('groups')
      .where('members.person_id', '=', personId)
      .where('members.until', 'is', null)
      .where('groups.removed_at', removed, null)
      .orderBy('groups.name')
      .execute();
    return rows.map((row) => this.#toGroup(row));
  }

  #toGroup(row: Selectable<Schema['groups']>): Group {
    return {
      id: row.id,
      name: row.name,
      settings: this.#readSettings(row.settings),
      ...present({
        calendarVersion: row.calendar_version,
        enabledAt: row.enabled_at,
        removedAt: row.removed_at,
      }),
    };
  }
}

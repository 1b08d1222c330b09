import { sql, type TableMetadata } from 'kysely';
import type { Executor } from './row-shape.ts';

/** Rows of one table as they stand there: names of columns, and what is in them. */
export type TableRows = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;

/** What only keeps the bot going, and is gone after a while. */
const TRACES: ReadonlySet<string> = new Set(['inbox', 'outbox', 'fired', 'tombstones', 'meta']);

/** Tables with rows of their own: views, and what a text index keeps for itself, follow them. */
export async function listTables(db: Executor): Promise<readonly TableMetadata[]> {
  const tables = await db.introspection.getTables();
  return tables.filter(({ name, isView }) => !isView && !/(^|_)fts($|_)/.test(name));
}

/** Columns that hold the id of one person; in others an id may stand among other things. */
export const PERSON_COLUMN = /^(person_id|actor_id|author_id|\w+_by)$/;

/** The table through which rows belong to a group, by the column that leads there. */
const OWNERS = { item_id: 'items', department_id: 'departments' } as const;

/** The column that says whose a table's rows are, and what it names: a group, or a row of a table that belongs to one. */
function ownerOf({ name, columns }: TableMetadata) {
  const has = (column: string) => columns.some((one) => one.name === column);
  if (name === 'groups') return { column: 'id', through: undefined };
  if (has('group_id')) return { column: 'group_id', through: undefined };
  const column = (['item_id', 'department_id'] as const).find(has);
  return column && { column, through: OWNERS[column] };
}

/** The group that a row of a table belongs to, to be selected; undefined for tables that belong to none. */
export function groupOf(table: TableMetadata) {
  const owner = ownerOf(table);
  if (owner === undefined) return undefined;
  const own = sql.ref(`${table.name}.${owner.column}`);
  if (owner.through === undefined) return own;
  return sql`(select o.group_id from ${sql.table(owner.through)} o where o.id = ${own})`;
}

/** How a table's rows belong to a group; undefined for those that belong to none. */
export function scopeOf(table: TableMetadata, groupId: string) {
  const owner = ownerOf(table);
  if (owner === undefined) return undefined;
  const own = sql.ref(owner.column);
  if (owner.through === undefined) return sql`${own} = ${groupId}`;
  return sql`${own} in (select id from ${sql.table(owner.through)} where group_id = ${groupId})`;
}

/**
 * All that is kept of a group, by table; of people, those whom its rows name: who are or were in it, and who handed
 * something up to it. Traces of messages are left out.
 */
export async function readGroupRows(db: Executor, groupId: string): Promise<TableRows> {
  const found: Record<string, readonly Record<string, unknown>[]> = {};
  for (const table of await listTables(db)) {
    const within = scopeOf(table, groupId);
    if (within === undefined || TRACES.has(table.name)) continue;
    const { rows } = await sql<Record<string, unknown>>`
      select * from ${sql.table(table.name)} where ${within}`.execute(db);
    found[table.name] = rows;
  }
  const named = peopleNamed(found);
  const people = await db.selectFrom('people').selectAll().orderBy('id').execute();
  return { ...found, people: people.filter(({ id }) => named.has(id)) };
}

function peopleNamed(found: TableRows): ReadonlySet<unknown> {
  const values = Object.values(found)
    .flat()
    .flatMap((row) => Object.entries(row))
    .filter(([column]) => PERSON_COLUMN.test(column));
  return new Set(values.map(([, value]) => value));
}

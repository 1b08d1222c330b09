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

/** The group that a row of a table belongs to, to be selected; undefined for tables that belong to none. */
export function groupOf({ name, columns }: TableMetadata) {
  const has = (column: string) => columns.some((one) => one.name === column);
  const own = (column: string) => sql.ref(`${name}.${column}`);
  if (name === 'groups') return own('id');
  if (has('group_id')) return own('group_id');
  if (has('item_id')) return sql`(select i.group_id from items i where i.id = ${own('item_id')})`;
  if (has('department_id'))
    return sql`(select d.group_id from departments d where d.id = ${own('department_id')})`;
  return undefined;
}

/** How a table's rows belong to a group; undefined for those that belong to none. */
export function scopeOf({ name, columns }: TableMetadata, groupId: string) {
  const has = (column: string) => columns.some((one) => one.name === column);
  if (name === 'groups') return sql`id = ${groupId}`;
  if (has('group_id')) return sql`group_id = ${groupId}`;
  if (has('item_id')) return sql`item_id in (select id from items where group_id = ${groupId})`;
  if (has('department_id'))
    return sql`department_id in (select id from departments where group_id = ${groupId})`;
  return undefined;
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

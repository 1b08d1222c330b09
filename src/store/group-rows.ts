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

/** All that is kept of a group, by table; of people, those who are or were in it. Traces of messages are left out. */
export async function readGroupRows(db: Executor, groupId: string): Promise<TableRows> {
  const found: Record<string, readonly Record<string, unknown>[]> = {};
  for (const table of await listTables(db)) {
    const within = scopeOf(table, groupId);
    if (within === undefined || TRACES.has(table.name)) continue;
    const { rows } = await sql<Record<string, unknown>>`
      select * from ${sql.table(table.name)} where ${within}`.execute(db);
    found[table.name] = rows;
  }
  const people = await db
    .selectFrom('people')
    .selectAll()
    .where('id', 'in', (eb) => eb.selectFrom('members').select('person_id').where('group_id', '=', groupId))
    .orderBy('id')
    .execute();
  return { ...found, people };
}

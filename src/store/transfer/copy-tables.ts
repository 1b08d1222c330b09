import { sql } from 'kysely';
import type { OpenedDatabase } from '../database.ts';
import type { Executor } from '../row-shape.ts';
import type { Row } from './table-access.ts';
import { TableDigest } from './table-digest.ts';

export interface CopiedTable {
  readonly table: string;
  readonly rows: number;
  /** Of the rows, as read on both sides. */
  readonly digest: string;
}

/** Bytes go another way: see `copyBlobs`. */
const APART: ReadonlySet<string> = new Set(['blobs']);
/** Fewer values than a statement of either kind of database may have. */
const VALUES = 20_000;

/** What was written does not read as what was copied. Nothing of it was kept. */
class CopyDiffers extends Error {}

/**
 * Copies all rows of one database, as they are at one moment, into another one with the same tables and no rows: all of
 * them or none. Each table is read back and compared before that is decided. Changes nothing in the source.
 */
export function copyTables(
  source: Pick<OpenedDatabase, 'tables'>,
  target: Pick<OpenedDatabase, 'tables' | 'transact'>,
): Promise<readonly CopiedTable[]> {
  return source.tables.snapshot((from) =>
    target.transact(async (into) => {
      const copied: CopiedTable[] = [];
      for (const table of await listTables(into)) {
        const there = new TableDigest();
        for await (const rows of source.tables.read(from, table)) {
          there.add(rows);
          await insertRows(into, table, rows);
        }
        const here = await digestOf(target, into, table);
        if (here.hex !== there.hex || here.rows !== there.rows)
          throw new CopyDiffers(`table ${table} reads differently in the copy; nothing was kept of it`);
        copied.push({ table, rows: here.rows, digest: here.hex });
      }
      for (const counter of await source.tables.counters(from)) await target.tables.setCounter(into, counter);
      return copied;
    }),
  );
}

/** Names of the tables that rows are copied of, in order. */
export async function listTables(db: Executor): Promise<readonly string[]> {
  const tables = await db.introspection.getTables();
  return tables
    .map(({ name }) => name)
    .filter((name) => !APART.has(name))
    .sort();
}

async function digestOf({ tables }: Pick<OpenedDatabase, 'tables'>, db: Executor, table: string) {
  const digest = new TableDigest();
  for await (const rows of tables.read(db, table)) digest.add(rows);
  return digest;
}

async function insertRows(db: Executor, table: string, rows: readonly Row[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {});
  const atOnce = Math.max(1, Math.floor(VALUES / Math.max(1, columns.length)));
  for (let start = 0; start < rows.length; start += atOnce) {
    const values = rows.slice(start, start + atOnce).map((row) => {
      const ofRow = columns.map((column) => sql`${row[column] ?? null}`);
      return sql`(${sql.join(ofRow)})`;
    });
    const names = sql.join(columns.map((column) => sql.ref(column)));
    await sql`insert into ${sql.table(table)} (${names}) values ${sql.join(values)}`.execute(db);
  }
}

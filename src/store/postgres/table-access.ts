import { type Kysely, sql } from 'kysely';
import type { Executor } from '../row-shape.ts';
import type { Schema } from '../schema.ts';
import type { Counter, Row, TableAccess } from '../transfer/table-access.ts';

/** Rows at a time: some hold a whole month's facts. */
const CHUNK = 100;

export function accessTables(db: Kysely<Schema>): TableAccess {
  return {
    snapshot: (work) =>
      db
        .transaction()
        .setIsolationLevel('repeatable read')
        .setAccessMode('read only')
        .execute(async (trx) => {
          // It holds nobody up, and waits while what was copied is written and read back.
          await sql`set local idle_in_transaction_session_timeout = 0`.execute(trx);
          return work(trx);
        }),
    read: readTable,
    counters: readCounters,
    async setCounter(on, { table, last }) {
      await sql`select setval(pg_get_serial_sequence(quote_ident(${table}), 'id'), ${Math.max(last, 1)}::bigint,
        ${last > 0}::boolean)`.execute(on);
    },
  };
}

async function* readTable(db: Executor, table: string): AsyncGenerator<readonly Row[]> {
  await sql`declare all_rows no scroll cursor for select * from ${sql.table(table)}`.execute(db);
  for (;;) {
    const { rows } = await sql<Row>`fetch ${sql.lit(CHUNK)} from all_rows`.execute(db);
    if (rows.length === 0) break;
    yield rows;
  }
  await sql`close all_rows`.execute(db);
}

async function readCounters(db: Executor): Promise<readonly Counter[]> {
  const { rows } = await sql<Counter>`select table_name as "table",
      coalesce(pg_sequence_last_value(pg_get_serial_sequence(quote_ident(table_name), column_name)::regclass), 0) as last
    from information_schema.columns where table_schema = current_schema() and is_identity = 'YES'`.execute(
    db,
  );
  return rows;
}

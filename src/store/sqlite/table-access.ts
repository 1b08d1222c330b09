import { type Kysely, sql } from 'kysely';
import type { Executor } from '../row-shape.ts';
import type { Schema } from '../schema.ts';
import type { Counter, Row, TableAccess } from '../transfer/table-access.ts';

/** Rows at a time: some hold a whole month's facts. */
const CHUNK = 100;

export function accessTables(db: Kysely<Schema>): TableAccess {
  return {
    snapshot: (work) => db.transaction().execute(work),
    read: readTable,
    counters: async (on) =>
      (await sql<Counter>`select name as "table", seq as last from sqlite_sequence`.execute(on)).rows,
    async setCounter(on, { table, last }) {
      await sql`delete from sqlite_sequence where name = ${table}`.execute(on);
      await sql`insert into sqlite_sequence (name, seq) values (${table}, ${last})`.execute(on);
    },
  };
}

async function* readTable(db: Executor, table: string): AsyncGenerator<readonly Row[]> {
  let after = 0;
  for (;;) {
    const { rows } = await sql<Row & { row_position: number }>`select rowid as row_position, *
      from ${sql.table(table)} where rowid > ${after} order by rowid limit ${CHUNK}`.execute(db);
    const last = rows.at(-1);
    if (last === undefined) return;
    after = last.row_position;
    yield rows.map(({ row_position: _, ...row }) => row);
  }
}

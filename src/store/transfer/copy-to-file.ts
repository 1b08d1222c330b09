import { sql } from 'kysely';
import Database from 'libsql';
import type { OpenedDatabase } from '../database.ts';
import { migrate } from '../migrate.ts';
import { writeWhole } from '../sqlite/copy-database.ts';
import { openSqlite } from '../sqlite/open-sqlite.ts';
import { type CopiedTable, copyTables } from './copy-tables.ts';

/**
 * Copies all rows into a new SQLite file, which is there only when it is whole; `finish` may add to it. Throws SetupError
 * when the name is taken.
 */
export async function copyToFile(
  source: Pick<OpenedDatabase, 'tables'>,
  target: string,
  finish: (copy: Database.Database) => Promise<void> = async () => {},
): Promise<readonly CopiedTable[]> {
  let copied: readonly CopiedTable[] = [];
  await writeWhole(target, async (partial) => {
    copied = await fill(source, partial);
    const copy = new Database(partial);
    try {
      await finish(copy);
    } finally {
      copy.close();
    }
  });
  return copied;
}

async function fill(source: Pick<OpenedDatabase, 'tables'>, file: string): Promise<readonly CopiedTable[]> {
  const target = openSqlite(file, { exclusive: false });
  try {
    await migrate(target);
    const copied = await copyTables(source, target);
    // A file of its own, with no log beside it. By this connection: it may outlive its end.
    await sql`pragma journal_mode = delete`.execute(target.db);
    return copied;
  } finally {
    await target.close();
  }
}

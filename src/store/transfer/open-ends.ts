import { existsSync } from 'node:fs';
import { sql } from 'kysely';
import { SetupError } from '../../kernel/errors.ts';
import type { OpenedDatabase } from '../database.ts';
import { migrate, readState, refuseNewer } from '../migrate.ts';
import { isPostgres, openDatabase } from '../open-database.ts';
import { inspectPostgres } from '../postgres/inspect-postgres.ts';
import { listTables } from './copy-tables.ts';

/**
 * Opens the database to copy from, for as long as which no bot can use the file. Throws SetupError when it is in use,
 * not there, or not up to date; nothing is brought up to date here.
 */
export async function openIdleSource(url: string): Promise<OpenedDatabase> {
  if (isPostgres(url)) {
    const { connections } = await inspectPostgres(url);
    if (connections > 0) {
      throw new SetupError([
        `the database to copy from is in use over ${connections} connections: stop the bots on it`,
      ]);
    }
  } else if (!existsSync(url)) throw new SetupError([`${url}: there is no such file`]);
  return openSource(url, !isPostgres(url));
}

/** Opens a database to copy from. Throws SetupError when it is not of this program, or not up to date. */
export async function openSource(url: string, exclusive: boolean): Promise<OpenedDatabase> {
  const source = openDatabase(url, { exclusive });
  try {
    const state = await readState(source.db);
    refuseNewer('the database to copy from', state);
    if (state.pending.length > 0) {
      throw new SetupError([
        'the database to copy from is not up to date, or not one of this program: run migrate on it first',
      ]);
    }
    return source;
  } catch (reason) {
    await source.close();
    throw reason;
  }
}

/** Opens an empty PostgreSQL database with all tables made. Throws SetupError when there is anything in it. */
export async function openEmptyServer(url: string): Promise<OpenedDatabase> {
  const target = openDatabase(url, { exclusive: false });
  try {
    await target.reach();
    const { applied } = await readState(target.db);
    if (applied.length === 0 && (await listTables(target.db)).length > 0)
      throw notEmpty('tables of another program');
    await migrate(target);
    await checkEmpty(target);
    return target;
  } catch (reason) {
    await target.close();
    throw reason;
  }
}

async function checkEmpty({ db }: OpenedDatabase): Promise<void> {
  for (const table of [...(await listTables(db)), 'blobs']) {
    const { rows } = await sql`select 1 from ${sql.table(table)} limit 1`.execute(db);
    if (rows.length > 0) throw notEmpty(table);
  }
}

function notEmpty(what: string): SetupError {
  return new SetupError([
    `the database to copy to is not empty (${what}): make a new one for the copy, nothing was changed`,
  ]);
}

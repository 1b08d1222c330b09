import { existsSync } from 'node:fs';
import type { MigrationState } from '../../store/migrate.ts';
import { inspectPostgres } from '../../store/postgres/inspect-postgres.ts';
import {
  type Contents,
  checkIntegrity,
  countContents,
  openExisting,
  readMigrations,
} from '../../store/sqlite/backup/read-database.ts';
import { describeDatabase } from '../describe-database.ts';
import { type Check, fail, messageOf, pass, warn } from './check.ts';

const WHAT = 'database';
const RESTORE = 'stop the bot and restore the latest backup: node dist/src/main.js restore FILE';

/** Opens the database beside a running bot, reads all of it, and changes nothing. */
export function checkDatabase(file: string, running: boolean): Check {
  if (!existsSync(file)) return pass(WHAT, `${file} is not there yet; the first start makes it`);
  try {
    return lookInto(file, running);
  } catch (error) {
    return fail(
      WHAT,
      `${file}: ${messageOf(error)}`,
      'run this as the user the bot runs as; check DATABASE_URL',
    );
  }
}

function lookInto(file: string, running: boolean): Check {
  const db = openExisting(file);
  try {
    const integrity = checkIntegrity(db, 'quick');
    if (integrity !== 'ok') return fail(WHAT, `${file} is damaged: ${integrity}`, RESTORE);
    const state = readMigrations(db);
    return judge({ name: file, state, contents: () => countContents(db), use: describeUse(running) });
  } finally {
    db.close();
  }
}

/** Asks a PostgreSQL server, and changes nothing. */
export async function checkServer(
  url: string,
): Promise<{ readonly check: Check; readonly running: boolean }> {
  const name = describeDatabase(url);
  try {
    const { migrations, contents, connections } = await inspectPostgres(url);
    const running = connections > 0;
    if (contents === undefined) {
      return { running, check: pass(WHAT, `${name} has no tables yet; the first start makes them`) };
    }
    const use = running ? `in use by a bot, over ${connections} connections` : describeUse(false);
    return { running, check: judge({ name, state: migrations, contents: () => contents, use }) };
  } catch (error) {
    const remedy = 'check DATABASE_URL, and that the server runs and lets this machine in';
    return { running: false, check: fail(WHAT, `${name}: ${messageOf(error)}`, remedy) };
  }
}

function describeUse(running: boolean): string {
  return running ? 'in use by the running bot' : 'not in use';
}

interface Found {
  readonly name: string;
  readonly state: MigrationState | undefined;
  readonly contents: () => Contents;
  readonly use: string;
}

function judge({ name, state, contents, use }: Found): Check {
  if (state === undefined) {
    return fail(WHAT, `${name} is not a database of this program`, 'set DATABASE_URL to the bot’s own file');
  }
  if (state.foreign.length > 0) {
    return fail(
      WHAT,
      `${name} was written by a newer version (${state.foreign.join(', ')})`,
      'install that version again, or restore a backup made before the upgrade',
    );
  }
  if (state.pending.length > 0) {
    const when = 'the next start, or node dist/src/main.js migrate, brings them in; a file is copied first';
    return warn(WHAT, `${name} lacks ${state.pending.join(', ')}`, when);
  }
  const { groups, items, reports } = contents();
  return pass(WHAT, `${name}: ${groups} groups, ${items} items, ${reports} reports; ${use}`);
}

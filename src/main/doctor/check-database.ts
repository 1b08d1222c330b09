import { existsSync } from 'node:fs';
import {
  checkIntegrity,
  countContents,
  openExisting,
  readMigrations,
} from '../../store/sqlite/backup/read-database.ts';
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
    if (state === undefined) {
      return fail(
        WHAT,
        `${file} is not a database of this program`,
        'set DATABASE_URL to the bot’s own file',
      );
    }
    if (state.foreign.length > 0) {
      return fail(
        WHAT,
        `${file} was written by a newer version (${state.foreign.join(', ')})`,
        'install that version again, or restore a backup made before the upgrade',
      );
    }
    if (state.pending.length > 0) {
      const when = 'the next start, or node dist/src/main.js migrate, brings them in after writing a copy';
      return warn(WHAT, `${file} lacks ${state.pending.join(', ')}`, when);
    }
    const { groups, items, reports } = countContents(db);
    const use = running ? 'in use by the running bot' : 'not in use';
    return pass(WHAT, `${file}: ${groups} groups, ${items} items, ${reports} reports; ${use}`);
  } finally {
    db.close();
  }
}

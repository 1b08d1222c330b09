import { existsSync } from 'node:fs';
import Database from 'libsql';
import { SetupError } from '../../kernel/errors.ts';
import { resolveDatabase } from './database-path.ts';
import { isDiskTrouble } from './disk-trouble.ts';

/** Beside the database, so that it is the same file for every process that means the same database. */
function lockFileOf(database: string): string {
  return `${resolveDatabase(database)}.lock`;
}

/**
 * Takes the database for this process alone; the operating system lets go of the lock however the process ends,
 * `kill -9` included. Throws SetupError when another process holds it, and SQLite's
 * own error when the disk fails.
 */
export function holdLock(database: string): { close(): void } {
  const file = lockFileOf(database);
  const lock = openLock(file);
  try {
    // Or SQLite would begin with a journal beside it, for which a full disk has no room.
    lock.pragma('journal_mode = memory');
    lock.exec('begin exclusive');
  } catch (cause) {
    lock.close();
    if (isDiskTrouble(cause)) throw cause;
    throw new SetupError([
      `DATABASE_URL: another process is using this database (${file} is locked: ${cause instanceof Error ? cause.message : 'unknown'}). Stop it first; one SQLite file serves one bot.`,
    ]);
  }
  return {
    close() {
      // Closing alone keeps the lock until the handle is collected.
      lock.exec('rollback');
      lock.close();
    },
  };
}

function openLock(file: string): Database.Database {
  try {
    return new Database(file);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new SetupError([
      `DATABASE_URL: the lock ${file} can’t be opened (${reason}). Let the user the bot runs as own it, or name another path.`,
    ]);
  }
}

/** Whether a running bot holds the database. Leaves no file behind where there was none. */
export function isLocked(database: string): boolean {
  if (!existsSync(lockFileOf(database))) return false;
  try {
    holdLock(database).close();
    return false;
  } catch (error) {
    if (error instanceof SetupError) return true;
    throw error;
  }
}

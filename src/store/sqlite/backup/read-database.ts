import { existsSync } from 'node:fs';
import Database from 'libsql';
import { SetupError } from '../../../kernel/errors.ts';
import { compareMigrations, type MigrationState } from '../../migrate.ts';

/** How much a database holds: enough to see that a backup is the one meant. */
export interface Contents {
  readonly groups: number;
  readonly items: number;
  readonly reports: number;
}

/** Opens a file to look at it; unlike SQLite itself it makes none. Throws SetupError when there is none. */
export function openExisting(file: string): Database.Database {
  if (!existsSync(file)) throw new SetupError([`${file}: there is no such file`]);
  const db = new Database(file);
  db.pragma('busy_timeout = 5000');
  return db;
}

/** `ok`, or what is damaged. `quick` leaves out the comparison of indexes with their tables. */
export function checkIntegrity(db: Database.Database, depth: 'quick' | 'full'): string {
  try {
    return String(firstOf(db, depth === 'quick' ? 'pragma quick_check(1)' : 'pragma integrity_check(1)'));
  } catch (cause) {
    return cause instanceof Error ? cause.message : String(cause);
  }
}

/** Which migrations are in; undefined for a database that this program has not written. */
export function readMigrations(db: Database.Database): MigrationState | undefined {
  if (!hasTable(db, 'kysely_migration')) return undefined;
  const names = db.prepare('select name from kysely_migration order by name').pluck().all();
  return compareMigrations(names.map(String));
}

export function countContents(db: Database.Database): Contents {
  const count = (table: string) => Number(firstOf(db, `select count(*) from ${table}`));
  return { groups: count('groups'), items: count('items'), reports: count('reports') };
}

export function hasTable(db: Database.Database, name: string): boolean {
  return firstOf(db, `select name from sqlite_master where type = 'table' and name = ?`, name) !== undefined;
}

/** The first column of the first row. By `all`, which reads to the end: the driver's `get` leaves its statement open. */
export function firstOf(db: Database.Database, query: string, ...values: readonly string[]): unknown {
  return db
    .prepare(query)
    .pluck()
    .all(...values)[0];
}

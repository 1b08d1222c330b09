import type Database from 'libsql';

/** What holds for every connection that writes. */
export function setPragmas(database: Database.Database): void {
  database.pragma('busy_timeout = 5000');
  database.pragma('foreign_keys = ON');
}

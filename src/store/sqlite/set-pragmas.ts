import type Database from 'libsql';

/**
 * What holds for every connection that writes. FULL: every commit reaches the disk before it returns (NORMAL loses
 * acknowledged rows in a power cut).
 */
export function setPragmas(database: Database.Database): void {
  database.pragma('synchronous = FULL');
  database.pragma('busy_timeout = 5000');
  database.pragma('foreign_keys = ON');
}

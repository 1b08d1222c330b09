import type { OpenedDatabase, OpenOptions } from './database.ts';
import { openPostgres } from './postgres/open-postgres.ts';
import { openSqlite } from './sqlite/open-sqlite.ts';

/**
 * Opens what an address names: `postgres://…`, or the path of an SQLite file, with or without `file:`. Throws
 * SetupError with the remedy for a file that can't be used; a PostgreSQL server is first asked by the first query.
 */
export function openDatabase(url: string, options: OpenOptions): OpenedDatabase {
  return isPostgres(url) ? openPostgres(url) : openSqlite(url, options);
}

export function isPostgres(url: string): boolean {
  return /^postgres(ql)?:\/\//i.test(url);
}

import { isPassing as isPassingOnPostgres } from './postgres/errors.ts';

/** Trouble of a database that may be over in a second: a lock, a full disk, a server that is being started anew. */
export function isPassing(error: unknown): boolean {
  return isPassingOnPostgres(error) || isPassingOnSqlite(error);
}

function isPassingOnSqlite(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_');
}

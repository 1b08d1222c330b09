import { isOutage as isOutageOfPostgres, isPassing as isPassingOnPostgres } from './postgres/errors.ts';
import { isDiskTrouble } from './sqlite/disk-trouble.ts';

/** Trouble of a database that may be over in a second: a lock, a full disk, a server that is being started anew. */
export function isPassing(error: unknown): boolean {
  return isPassingOnPostgres(error) || isPassingOnSqlite(error);
}

function isPassingOnSqlite(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_');
}

/** The part of it that is nobody's doing and may last: no room on the disk, a disk that fails, a server that is away. */
export function isOutage(error: unknown): boolean {
  return isOutageOfPostgres(error) || isDiskTrouble(error);
}

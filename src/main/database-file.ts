import { SetupError } from '../kernel/errors.ts';
import { isPostgres } from '../store/open-database.ts';

/** The database's file, for what only works on one. Throws SetupError with what to do instead where it is PostgreSQL. */
export function databaseFile(url: string, instead: string): string {
  if (isPostgres(url)) throw new SetupError([`DATABASE_URL names a PostgreSQL database: ${instead}`]);
  return url;
}

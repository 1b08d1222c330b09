import { isPostgres } from '../store/open-database.ts';

/** A database as messages name it: the path of its file, or its address without user and password. */
export function describeDatabase(url: string): string {
  if (!isPostgres(url)) return url;
  const { host, pathname } = new URL(url);
  return `postgres://${host}${pathname}`;
}

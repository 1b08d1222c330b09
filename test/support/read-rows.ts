import Database from 'libsql';
import { isPostgres } from '../../src/store/open-database.ts';
import { runOn } from './run-on.ts';

/** Rows of a database, an SQLite file or a PostgreSQL address, read past the store: to see what really stands there. */
export async function readRows(url: string, query: string): Promise<readonly unknown[]> {
  if (isPostgres(url)) return runOn(url, query);
  const db = new Database(url, { readonly: true });
  try {
    return db.prepare(query).all();
  } finally {
    db.close();
  }
}

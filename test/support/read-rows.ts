import Database from 'libsql';

/** Rows of a database file, read past the store: to see what really stands there. */
export async function readRows(file: string, query: string): Promise<readonly unknown[]> {
  const db = new Database(file, { readonly: true });
  try {
    return db.prepare(query).all();
  } finally {
    db.close();
  }
}

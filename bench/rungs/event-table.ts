import { join } from 'node:path';
import Database from 'libsql';

/** A table of events in SQLite, safe against power cuts; the returned function commits one row before it returns. */
export function openEventTable(folder: string): (id: string, payload: string) => void {
  const db = new Database(join(folder, 'events.db'));
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.exec('create table events (id text primary key, payload text not null)');
  const insert = db.prepare('insert into events (id, payload) values (?, ?) on conflict do nothing');
  return (id, payload) => void insert.run(id, payload);
}

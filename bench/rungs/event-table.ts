import { join } from 'node:path';
import Database from 'libsql';
import { collectByTurn } from './collect-by-turn.ts';

const INSERT = 'insert into events (id, payload) values (?, ?) on conflict do nothing';

/** A table of events in SQLite, safe against power cuts; the returned function commits one row before it returns. */
export function openEventTable(folder: string): (id: string, payload: string) => void {
  const insert = openTable(folder).prepare(INSERT);
  return (id, payload) => void insert.run(id, payload);
}

/** The same, but what came in during one turn of the event loop is committed together. */
export function openEventTableByTurn(folder: string): (id: string, payload: string) => Promise<void> {
  const db = openTable(folder);
  const insert = db.prepare(INSERT);
  const store = collectByTurn(
    db.transaction((rows: readonly (readonly [id: string, payload: string])[]) => {
      for (const [id, payload] of rows) insert.run(id, payload);
    }),
  );
  return (id, payload) => store([id, payload]);
}

function openTable(folder: string) {
  const db = new Database(join(folder, 'events.db'));
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.exec('create table events (id text primary key, payload text not null)');
  return db;
}

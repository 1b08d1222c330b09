import Database from 'libsql';
import type { EventRow } from '../event-row.ts';
import { setPragmas } from './set-pragmas.ts';

export interface EventInsert {
  /** Inserts the rows in one durable commit, all or none. Tells of each whether it was new. */
  run(rows: readonly EventRow[]): boolean[];
  close(): void;
}

const INSERT = `insert into inbox
  (dedupe_key, event_id, chat_id, kind, payload, received_at, state, run_after, attempts)
  values (?, ?, ?, ?, ?, ?, 'ready', ?, 0) on conflict (dedupe_key) do nothing`;

/** Over a connection of its own to an SQLite file whose tables are there already. */
export function openEventInsert(file: string): EventInsert {
  const db = new Database(file);
  setPragmas(db);
  // Every commit reaches the disk before it returns: NORMAL loses acknowledged rows in a power cut.
  db.pragma('synchronous = FULL');
  // 16 MB: copying the log back every 4 MB, as is the default, takes as long as all the rest in a flood of events.
  db.pragma('wal_autocheckpoint = 4000');
  return createEventInsert(db);
}

/** By hand, since a statement prepared once costs a third of one that is built for each batch. */
export function createEventInsert(db: Database.Database): EventInsert {
  const insert = db.prepare(INSERT);
  const insertOne = ({ key, eventId, chatId, kind, payload, receivedAt }: EventRow): boolean =>
    insert.run([key, eventId, chatId, kind, payload, receivedAt, receivedAt]).changes === 1;
  return {
    run: (rows) => inTransaction(db, () => rows.map(insertOne)),
    close: () => void db.close(),
  };
}

/**
 * Not the driver's `transaction`: SQLite ends some transactions itself (a full disk is one), and the driver then
 * reports that there was nothing to roll back instead of what went wrong.
 */
function inTransaction<T>(db: Database.Database, work: () => T): T {
  db.exec('begin immediate');
  try {
    const result = work();
    db.exec('commit');
    return result;
  } catch (reason) {
    if (db.inTransaction) db.exec('rollback');
    throw reason;
  }
}

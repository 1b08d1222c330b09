import Database from 'libsql';

/** An event as its row begins. */
export interface EventRow {
  readonly key: string;
  readonly eventId: string;
  readonly chatId: string;
  readonly kind: string;
  /** The event as JSON. */
  readonly payload: string;
  /** When it came: ISO-8601 UTC. */
  readonly receivedAt: string;
}

export interface EventInsert {
  /** Inserts a JSON array of `EventRow`s in one durable commit. Returns the keys of those that were not there yet. */
  run(rows: string): string[];
  close(): void;
}

/** One statement for any number of rows: binding them one by one costs more than all else in it. */
const INSERT = `insert into inbox (dedupe_key, event_id, chat_id, kind, payload, received_at, state, run_after, attempts)
  select value ->> 'key', value ->> 'eventId', value ->> 'chatId', value ->> 'kind', value ->> 'payload',
    value ->> 'receivedAt', 'ready', value ->> 'receivedAt', 0
  from json_each(?) where true
  on conflict (dedupe_key) do nothing returning dedupe_key`;

/** A connection of its own to an SQLite file whose tables are there already. FULL: see `openDatabase`. */
export function openEventInsert(file: string): EventInsert {
  const db = new Database(file);
  db.pragma('busy_timeout = 5000');
  db.pragma('synchronous = FULL');
  const insert = db.prepare(INSERT);
  return {
    run: (rows) => insert.all([rows]).map((row) => String((row as { dedupe_key: string }).dedupe_key)),
    close: () => void db.close(),
  };
}

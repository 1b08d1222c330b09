import { existsSync } from 'node:fs';
import { Kysely } from 'kysely';
import Database from 'libsql';
import { SetupError } from '../../kernel/errors.ts';
import type { OpenedDatabase, OpenOptions } from '../database.ts';
import type { EventRow } from '../event-row.ts';
import type { Schema } from '../schema.ts';
import { copyDatabase } from './copy-database.ts';
import { prepareDatabase } from './database-path.ts';
import { isDiskTrouble } from './disk-trouble.ts';
import { createEventWriter, type EventWriter } from './event-writer.ts';
import { holdLock } from './hold-lock.ts';
import { type Log, openLog } from './open-log.ts';
import { OrderlySqliteDialect } from './orderly-dialect.ts';
import { setPragmas } from './set-pragmas.ts';
import { accessTables } from './table-access.ts';
import { Turns } from './turns.ts';

/**
 * Opens the SQLite file of a `file:` URL. Whoever writes is answered when it is on the disk. With `exclusive`, a second
 * process on the same file is refused: claims are taken over at start, which is only right when nobody else is working on
 * them. Throws SetupError with the remedy.
 */
export function openSqlite(url: string, options: OpenOptions): OpenedDatabase {
  const file = prepareDatabase(url.replace(/^file:/, ''));
  const lock = options.exclusive ? holdLock(file) : undefined;
  const raw = connect(file, lock);
  const turns = new Turns();
  const log = openLog(file);
  const dialect = new OrderlySqliteDialect({ database: raw, turns, flush: log.flush });
  const db = new Kysely<Schema>({ dialect });
  const writer = createEventWriter(file);
  return {
    db,
    isShared: false,
    reach: async () => undefined,
    transact: (work) => db.transaction().execute(work),
    storeEvents: (rows) => storeInTurn({ turns, writer, log }, rows),
    broken: log.broken,
    prepareForEvents: writer.start,
    forMigrations: (work) => work(db),
    async copyBeside(name) {
      const target = freeName(`${file}.${name}`);
      await copyDatabase(raw, target);
      return target;
    },
    bookSends: undefined,
    tables: accessTables(db),
    async close() {
      await writer.close();
      await db.destroy();
      await log.close();
      lock?.close();
    },
  };
}

/** Throws SetupError, with the lock given back, when the file is something else; an ordinary error on a full disk. */
function connect(file: string, lock: { close(): void } | undefined): Database.Database {
  try {
    const raw = new Database(file);
    raw.pragma('journal_mode = WAL');
    setPragmas(raw);
    // The log is flushed after each commit, though not by SQLite: see OrderlySqliteDialect.
    raw.pragma('synchronous = NORMAL');
    if (lock !== undefined) takeLogOver(raw);
    return raw;
  } catch (cause) {
    lock?.close();
    const reason = cause instanceof Error ? cause.message : 'unknown';
    // As a full disk has it, where a log of before has to be read in. An ordinary error, after which whatever watches
    // over the program starts it again.
    if (isDiskTrouble(cause))
      throw new Error(`DATABASE_URL: ${file} can’t be opened now (${reason}): is the disk full?`, { cause });
    throw new SetupError([
      `DATABASE_URL: ${file} is no database that can be opened (${reason}). Write another path, or restore a backup there.`,
    ]);
  }
}

/**
 * For the process that serves. What an earlier one has left in the log goes into the database: the system's memory may
 * show more of the log than the disk holds, after a flush that failed, and what came after such a hole would be lost with
 * it. While somebody else is reading, as a backup does, this is left for later.
 */
function takeLogOver(raw: Database.Database): void {
  raw.pragma('wal_checkpoint(TRUNCATE)');
  // From now on by the connection that stores events, in its thread: here it would stop the program for as long as 200 ms.
  raw.pragma('wal_autocheckpoint = 0');
}

/** An earlier copy is never overwritten: it may be the only one from before a migration that failed. */
function freeName(path: string, count = 1): string {
  const name = count === 1 ? path : `${path}-${count}`;
  return existsSync(name) ? freeName(path, count + 1) : name;
}

interface Intake {
  readonly turns: Turns;
  readonly writer: EventWriter;
  readonly log: Log;
}

/**
 * The two connections of this process never meet: waiting for a lock inside SQLite would stop the whole program, and
 * it looks again only after milliseconds.
 */
async function storeInTurn({ turns, writer, log }: Intake, rows: readonly EventRow[]) {
  await turns.takeFirst(rows.length);
  try {
    return await writer.write(rows);
  } catch (reason) {
    // Should it have been the flush that failed, this one fails as well: the system tells each descriptor once.
    await log.flush();
    throw reason;
  } finally {
    turns.give();
  }
}

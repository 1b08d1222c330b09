import type { Kysely } from 'kysely';
import type { BookSends } from './book-sends.ts';
import type { EventRow } from './event-row.ts';
import type { Executor } from './row-shape.ts';
import type { Schema } from './schema.ts';
import type { TableAccess } from './transfer/table-access.ts';

/** A database that was opened, whichever kind it is. What the two kinds do differently is behind this. */
export interface OpenedDatabase {
  readonly db: Kysely<Schema>;
  /** Other processes may serve on it as well: what is claimed may be in their hands. */
  readonly isShared: boolean;
  /**
   * Makes sure that the database answers; waits a minute for a server that is just starting. Throws SetupError where
   * only another setting helps.
   */
  reach(): Promise<void>;
  /**
   * All or nothing. The work is done anew when the database broke it off for the sake of another transaction, so
   * whatever it does outside of the database must bear being done twice.
   */
  transact<T>(work: (db: Executor) => Promise<T>): Promise<T>;
  /**
   * Commits these events durably, before anything else that waits for the database; not to be called within a
   * transaction. Tells of each whether it was new.
   */
  storeEvents(rows: readonly EventRow[]): Promise<readonly boolean[]>;
  /**
   * Resolves, with the reason, when nobody can tell any more what is on the disk: the process has to end, and the next
   * one goes on with what there is. Until then whatever is written fails.
   */
  readonly broken: Promise<Error>;
  /** Gets `storeEvents` ready; only once the tables are there. */
  prepareForEvents(): void;
  /** Lends a connection on which migrations, written for SQLite, mean the same, and that nothing hurries. */
  forMigrations<T>(work: (db: Kysely<Schema>) => Promise<T>): Promise<T>;
  /**
   * Writes a consistent copy beside the database, `bot.db.<name>` or the next free `bot.db.<name>-2`; returns its path.
   * Undefined where there is no place beside it: copies of a PostgreSQL database are its operator's.
   */
  copyBeside(name: string): Promise<string | undefined>;
  /** Shares the pace of sending with other processes; undefined where there are none. */
  readonly bookSends: BookSends | undefined;
  /** For copies of all that is in it. */
  readonly tables: TableAccess;
  close(): Promise<void>;
}

export interface OpenOptions {
  /** True for the serving process: a second one on the same SQLite file is refused. */
  readonly exclusive: boolean;
}

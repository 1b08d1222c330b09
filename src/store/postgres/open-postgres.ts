import { setTimeout as pause } from 'node:timers/promises';
import {
  type DatabaseConnection,
  Kysely,
  PostgresDialect,
  type PostgresDialectConfig,
  PostgresDriver,
} from 'kysely';
import type { OpenedDatabase } from '../database.ts';
import type { Schema } from '../schema.ts';
import { bookSends } from './book-sends.ts';
import { createPool, type PoolOptions } from './create-pool.ts';
import { wasBrokenOff } from './errors.ts';
import { insertEvents } from './insert-events.ts';
import { PortableDdl } from './portable-ddl.ts';
import { reachServer } from './reach-server.ts';
import { accessTables } from './table-access.ts';

/** Connections of one process for everything but events. */
const CONNECTIONS = 10;
const TRIES = 5;
/** First wait before a repeat, doubled each time. */
const REPEAT_MS = 20;

/**
 * Opens a PostgreSQL database, of which each process keeps a few connections. A server that goes away is an error of
 * whatever was asked of it meanwhile, and nothing more.
 */
export function openPostgres(url: string): OpenedDatabase {
  const db = connect(url, { max: CONNECTIONS });
  // One of its own, since the platform waits for its answer: events are not to queue behind ordinary work.
  const events = connect(url, { max: 1 });
  return {
    db,
    isShared: true,
    reach: () => reachServer(db),
    transact: (work) => insist(() => db.transaction().execute(work)),
    storeEvents: (rows) => insist(() => insertEvents(events, rows)),
    // A server sees to that itself, and starts anew.
    broken: new Promise(() => undefined),
    prepareForEvents: () => undefined,
    async forMigrations(work) {
      // The second one is for what Kysely looks up while the first holds the lock.
      const patient = connect(url, { max: 2, patient: true });
      try {
        return await work(patient.withPlugin(new PortableDdl()));
      } finally {
        await patient.destroy();
      }
    },
    tables: accessTables(db),
    copyBeside: async () => undefined,
    bookSends: (booking) => insist(() => db.transaction().execute((trx) => bookSends(trx, booking))),
    async close() {
      await Promise.all([db.destroy(), events.destroy()]);
    },
  };
}

function connect(url: string, options: PoolOptions): Kysely<Schema> {
  return new Kysely<Schema>({ dialect: new ForgivingDialect({ pool: createPool(url, options) }) });
}

/** Once more when another transaction had to be given way to. */
async function insist<T>(work: () => Promise<T>): Promise<T> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await work();
    } catch (error) {
      if (tried === TRIES || !wasBrokenOff(error)) throw error;
      await pause(REPEAT_MS * 2 ** tried);
    }
  }
}

class ForgivingDialect extends PostgresDialect {
  readonly #config: PostgresDialectConfig;

  constructor(config: PostgresDialectConfig) {
    super(config);
    this.#config = config;
  }

  override createDriver() {
    return new ForgivingDriver(this.#config);
  }
}

class ForgivingDriver extends PostgresDriver {
  /** Where the line is broken, the transaction is over already. What broke it is the error that led here. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    await super.rollbackTransaction(connection).catch(() => undefined);
  }
}

import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import {
  CompiledQuery,
  type DatabaseConnection,
  Kysely,
  SqliteAdapter,
  SqliteDialect,
  SqliteDriver,
} from 'kysely';
import Database from 'libsql';
import { copyDatabase } from './copy-database.ts';
import { holdLock } from './hold-lock.ts';
import type { Schema } from './schema.ts';

export interface OpenedDatabase {
  readonly db: Kysely<Schema>;
  /** Writes a consistent copy beside the database, `bot.db.<name>` or the next free `bot.db.<name>-2`; returns its path. */
  copyBeside(name: string): Promise<string>;
  close(): Promise<void>;
}

/**
 * Opens the SQLite file of a `file:` URL. Every commit reaches the disk before it returns (synchronous=FULL: NORMAL
 * loses acknowledged rows in a power cut). With `exclusive`, a second process on the same file is refused: claims are
 * taken over at start, which is only right when nobody else is working on them.
 */
export function openDatabase(url: string, options: { exclusive: boolean }): OpenedDatabase {
  const file = url.replace(/^file:/, '');
  mkdirSync(dirname(file), { recursive: true });
  const lock = options.exclusive ? holdLock(file) : undefined;
  const raw = new Database(file);
  raw.pragma('journal_mode = WAL');
  raw.pragma('synchronous = FULL');
  raw.pragma('busy_timeout = 5000');
  raw.pragma('foreign_keys = ON');
  const db = new Kysely<Schema>({ dialect: new ImmediateSqliteDialect({ database: raw }) });
  return {
    db,
    async copyBeside(name) {
      const target = freeName(`${file}.${name}`);
      await copyDatabase(raw, target);
      return target;
    },
    async close() {
      await db.destroy();
      lock?.close();
    },
  };
}

/** An earlier copy is never overwritten: it may be the only one from before a migration that failed. */
function freeName(path: string, count = 1): string {
  const name = count === 1 ? path : `${path}-${count}`;
  return existsSync(name) ? freeName(path, count + 1) : name;
}

/** `begin immediate`: a transaction that reads first and writes later can then never meet a stale snapshot. */
class ImmediateSqliteDialect extends SqliteDialect {
  readonly #config: { database: Database.Database };

  constructor(config: { database: Database.Database }) {
    super(config);
    this.#config = config;
  }

  override createAdapter() {
    return new TransactionalSqliteAdapter();
  }

  override createDriver() {
    return new ImmediateSqliteDriver(this.#config);
  }
}

class ImmediateSqliteDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }
}

/** SQLite can change tables in a transaction, which Kysely does not count on: a migration cut short leaves nothing behind. */
class TransactionalSqliteAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl() {
    return true;
  }
}

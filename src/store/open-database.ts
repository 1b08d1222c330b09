import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { CompiledQuery, type DatabaseConnection, Kysely, SqliteDialect, SqliteDriver } from 'kysely';
import Database from 'libsql';
import { SetupError } from '../kernel/errors.ts';
import type { Schema } from './schema.ts';

export interface OpenedDatabase {
  readonly db: Kysely<Schema>;
  /** Writes a consistent copy to a new file while the bot runs. */
  backup(file: string): Promise<void>;
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
  const lock = options.exclusive ? holdLock(`${file}.lock`) : undefined;
  const raw = new Database(file);
  raw.pragma('journal_mode = WAL');
  raw.pragma('synchronous = FULL');
  raw.pragma('busy_timeout = 5000');
  raw.pragma('foreign_keys = ON');
  const db = new Kysely<Schema>({ dialect: new ImmediateSqliteDialect({ database: raw }) });
  return {
    db,
    async backup(target) {
      if (existsSync(target))
        throw new SetupError([`${target}: this file exists already; choose another name.`]);
      mkdirSync(dirname(target), { recursive: true });
      await db.executeQuery(CompiledQuery.raw('vacuum into ?', [target]));
    },
    async close() {
      await db.destroy();
      lock?.close();
    },
  };
}

/** An exclusive lock that the operating system lets go of however the process ends, `kill -9` included. */
function holdLock(file: string): { close(): void } {
  const lock = new Database(file);
  try {
    lock.exec('begin exclusive');
  } catch (cause) {
    lock.close();
    throw new SetupError([
      `DATABASE_URL: another process is using this database (${file} is locked: ${cause instanceof Error ? cause.message : 'unknown'}). Stop it first; one SQLite file serves one bot.`,
    ]);
  }
  return {
    close() {
      // Closing alone keeps the lock until the handle is collected.
      lock.exec('rollback');
      lock.close();
    },
  };
}

/** `begin immediate`: a transaction that reads first and writes later can then never meet a stale snapshot. */
class ImmediateSqliteDialect extends SqliteDialect {
  readonly #config: { database: Database.Database };

  constructor(config: { database: Database.Database }) {
    super(config);
    this.#config = config;
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

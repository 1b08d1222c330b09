import {
  CompiledQuery,
  type DatabaseConnection,
  type SelectModifierNode,
  SqliteAdapter,
  type SqliteDatabase,
  SqliteDialect,
  SqliteDriver,
  SqliteQueryCompiler,
  type SqliteStatement,
} from 'kysely';
import type Database from 'libsql';
import type { Turns } from './turns.ts';

/** SQLite with the connection had by turns, and transactions that can't fail halfway for a lock. */
export class OrderlySqliteDialect extends SqliteDialect {
  readonly #config: { database: Database.Database };
  readonly #turns: Turns;

  constructor(database: Database.Database, turns: Turns) {
    super({ database });
    this.#config = { database };
    this.#turns = turns;
  }

  override createAdapter() {
    return new TransactionalSqliteAdapter();
  }

  override createQueryCompiler() {
    return new LocklessQueryCompiler();
  }

  override createDriver() {
    return new OrderlySqliteDriver(this.#config, this.#turns);
  }
}

class OrderlySqliteDriver extends SqliteDriver {
  readonly #database: Database.Database;
  readonly #turns: Turns;

  constructor(config: { database: Database.Database }, turns: Turns) {
    super({ database: keepStatements(config.database) });
    this.#database = config.database;
    this.#turns = turns;
  }

  override async acquireConnection(): Promise<DatabaseConnection> {
    await this.#turns.take();
    return super.acquireConnection();
  }

  override async releaseConnection(): Promise<void> {
    await super.releaseConnection();
    this.#turns.give();
  }

  /** `immediate`: a transaction that reads first and writes later can then never meet a stale snapshot. */
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }

  /** SQLite ends some transactions itself (a full disk is one): that there is nothing to roll back then is no error. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#database.inTransaction) await super.rollbackTransaction(connection);
  }
}

/** Lists of different lengths make different statements. */
const KEPT_STATEMENTS = 500;

/**
 * Each statement is prepared once, which takes longer than running it. Only for a connection that one at a time has, and
 * that reads every answer to its end: a statement is then free whenever it is asked for again.
 */
function keepStatements(database: Database.Database): SqliteDatabase {
  const kept = new Map<string, SqliteStatement>();
  return {
    prepare(sql) {
      const known = kept.get(sql);
      if (known !== undefined) return known;
      if (kept.size >= KEPT_STATEMENTS) kept.clear();
      const prepared = database.prepare(sql);
      const statement: SqliteStatement = {
        reader: prepared.reader,
        all: (parameters) => prepared.all(parameters),
        run: (parameters) => prepared.run(parameters),
        iterate: (parameters) => prepared.iterate(parameters),
      };
      kept.set(sql, statement);
      return statement;
    },
    close() {
      kept.clear();
      database.close();
    },
  };
}

/** `for update` and `skip locked` go without saying: a transaction that writes has the whole database to itself. */
class LocklessQueryCompiler extends SqliteQueryCompiler {
  protected override visitSelectModifier(node: SelectModifierNode): void {
    if (!LOCKS.has(node.modifier)) super.visitSelectModifier(node);
  }
}

const LOCKS: ReadonlySet<SelectModifierNode['modifier']> = new Set(['ForUpdate', 'SkipLocked']);

/** SQLite can change tables in a transaction, which Kysely does not count on: a migration cut short leaves nothing behind. */
class TransactionalSqliteAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl() {
    return true;
  }
}

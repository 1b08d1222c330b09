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

export interface OrderlyParts {
  readonly database: Database.Database;
  readonly turns: Turns;
  /** Brings what was committed to the disk. */
  readonly flush: () => Promise<void>;
}

/**
 * SQLite with the connection had by turns, and transactions that can't fail halfway for a lock. Whoever has written hears
 * of it when it is on the disk; the turn is given on before that, so that several commits share one flush. What reads them
 * earlier comes to an end no sooner, unless it writes nothing.
 */
export class OrderlySqliteDialect extends SqliteDialect {
  readonly #parts: OrderlyParts;

  constructor(parts: OrderlyParts) {
    super({ database: parts.database });
    this.#parts = parts;
  }

  override createAdapter() {
    return new TransactionalSqliteAdapter();
  }

  override createQueryCompiler() {
    return new LocklessQueryCompiler();
  }

  override createDriver() {
    return new OrderlySqliteDriver(this.#parts);
  }
}

class OrderlySqliteDriver extends SqliteDriver {
  readonly #parts: OrderlyParts;
  readonly #countChanges: Database.Statement;
  /** Rows that this connection has changed so far, as of the end of the last turn. */
  #changes: unknown;

  constructor(parts: OrderlyParts) {
    super({ database: keepStatements(parts.database) });
    this.#parts = parts;
    this.#countChanges = parts.database.prepare('select total_changes()').pluck();
    this.#hasWritten();
  }

  override async acquireConnection(): Promise<DatabaseConnection> {
    await this.#parts.turns.take();
    return super.acquireConnection();
  }

  override async releaseConnection(): Promise<void> {
    const hasWritten = this.#hasWritten();
    await super.releaseConnection();
    this.#parts.turns.give();
    if (hasWritten) await this.#parts.flush();
  }

  /** Changes of tables themselves are not counted; whoever makes them notes that in a row. */
  #hasWritten(): boolean {
    const before = this.#changes;
    // The driver's `get` does not heed `pluck`.
    [this.#changes] = this.#countChanges.all();
    return this.#changes !== before;
  }

  /** `immediate`: a transaction that reads first and writes later can then never meet a stale snapshot. */
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }

  /** SQLite ends some transactions itself (a full disk is one): that there is nothing to roll back then is no error. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#parts.database.inTransaction) await super.rollbackTransaction(connection);
    // Rows count as changed, though they are as they were: nothing waits for the disk.
    this.#hasWritten();
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

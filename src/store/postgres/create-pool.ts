import type { PostgresCursor, PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely';
import type { PoolClient, PoolConfig } from 'pg';
import { isAnswer, isOutdated, toConnectionLost } from './errors.ts';
import { loadPg } from './load-pg.ts';

/** By what the server knows our connections. */
export const APPLICATION = 'publicity-bot';

export interface PoolOptions {
  /** Connections at most. */
  readonly max: number;
  /** True: a statement may take as long as it takes. */
  readonly patient?: boolean;
}

/** Within the time in which whatever waits for an answer (a lock, a slow disk) is worth waiting for, in ms. */
const STATEMENT_MS = 30_000;
/** The server has ended the statement by then: without an answer the line is dead. */
const ANSWER_MS = 40_000;
/** For a connection of the server's, or one that is given back. */
const CONNECT_MS = 15_000;
/**
 * Nothing slow happens within a transaction. Of one whose process hangs the locks are gone before those who wait for
 * them give up.
 */
const IDLE_IN_TRANSACTION_MS = 20_000;
const SILENT_MS = 10_000;

/**
 * So many statements are prepared, each once on each connection: to parse and plan one takes the server several times as
 * long as to run it. Long ones are lists, of which each length is a statement of its own.
 */
const PREPARED = 500;
const LONGEST_PREPARED = 4000;

/** What is committed is on the server's disk, and each statement sees what was committed before it, whatever the server's own settings. */
const SESSION = '-c synchronous_commit=on -c default_transaction_isolation=read\\ committed';

/**
 * Connections to a PostgreSQL server. Each is made when it is needed, and thrown away once it has failed to answer: the
 * next caller gets a new one, as soon as the server is back.
 */
export function createPool(url: string, { max, patient = false }: PoolOptions): PostgresPool {
  const { Pool, types } = loadPg();
  // Counts and ids come as 64 bits, which the driver gives as text; ours stay far below 2^53.
  const getTypeParser: typeof types.getTypeParser = (id, format) =>
    id === types.builtins.INT8 ? Number : types.getTypeParser(id, format ?? 'text');
  const pool = new Pool({
    connectionString: addSession(url),
    max,
    application_name: APPLICATION,
    connectionTimeoutMillis: CONNECT_MS,
    idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MS,
    keepAlive: true,
    keepAliveInitialDelayMillis: SILENT_MS,
    types: { getTypeParser },
    ...(patient ? {} : { statement_timeout: STATEMENT_MS, query_timeout: ANSWER_MS }),
  } satisfies PoolConfig);
  // An idle connection that broke is gone from the pool already.
  pool.on('error', () => undefined);
  const names = patient ? NO_NAMES : createNames();
  return {
    connect: async () => new Lent(await pool.connect().catch(toConnectionLost), names),
    end: () => pool.end(),
  };
}

/** The address's own options stay, and ours come after them: the later ones hold. */
function addSession(url: string): string {
  const [address, query] = url.split('?', 2);
  const parameters = new URLSearchParams(query);
  parameters.set('options', [parameters.get('options'), SESSION].filter(Boolean).join(' '));
  return `${address}?${parameters}`;
}

/** By which names the server knows statements again. */
interface Names {
  /** Undefined for a statement that is not to be prepared. */
  of(statement: string): string | undefined;
  /** All are to be prepared anew. */
  forget(): void;
}

/** For a connection that changes tables itself. */
const NO_NAMES: Names = { of: () => undefined, forget: () => undefined };

function createNames(): Names {
  const names = new Map<string, string>();
  let generation = 1;
  return {
    of(statement) {
      const known = names.get(statement);
      if (known !== undefined) return known;
      if (names.size >= PREPARED || statement.length > LONGEST_PREPARED) return undefined;
      const name = `s${generation}_${names.size}`;
      names.set(statement, name);
      return name;
    },
    forget() {
      generation += 1;
      names.clear();
    },
  };
}

interface NamedQueries {
  query<R>(query: { text: string; values: unknown[]; name?: string }): Promise<PostgresQueryResult<R>>;
}

/** A connection on loan. */
class Lent implements PostgresPoolClient {
  readonly #client: PoolClient;
  readonly #names: Names;
  #isSound = true;
  /** A line may break between two statements. Unheard, the event would end the program. */
  readonly #onError = () => {
    this.#isSound = false;
  };

  constructor(client: PoolClient, names: Names) {
    this.#client = client;
    this.#names = names;
    client.on('error', this.#onError);
  }

  query<R>(sql: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<R>>;
  query<R>(cursor: PostgresCursor<R>): PostgresCursor<R>;
  query<R>(
    statement: string | PostgresCursor<R>,
    parameters: readonly unknown[] = [],
  ): Promise<PostgresQueryResult<R>> | PostgresCursor<R> {
    if (typeof statement !== 'string') throw new Error('there are no cursors here');
    return this.#run<R>(statement, parameters);
  }

  release(): void {
    this.#client.off('error', this.#onError);
    this.#client.release(!this.#isSound);
  }

  async #run<R>(statement: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<R>> {
    const client: NamedQueries = this.#client;
    const name = this.#names.of(statement);
    try {
      return await client.query<R>({
        text: statement,
        values: [...parameters],
        ...(name !== undefined && { name }),
      });
    } catch (error) {
      this.#isSound = isAnswer(error);
      if (isOutdated(error)) this.#names.forget();
      return toConnectionLost(error);
    }
  }
}

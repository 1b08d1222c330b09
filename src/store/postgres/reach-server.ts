import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { SetupError } from '../../kernel/errors.ts';
import type { Executor } from '../row-shape.ts';
import { isPassing, isSetUpWrong } from './errors.ts';

/** How long a server that is just starting is waited for. */
const PATIENCE_MS = 60_000;
const LOOK_AGAIN_MS = 1000;

/**
 * Resolves when the server answers and its database is fit for use; the machine may start both at the same time, it and
 * the bot. Throws SetupError where only another setting helps, and an ordinary error after a minute without an answer.
 */
export async function reachServer(db: Executor): Promise<void> {
  const begun = performance.now();
  for (;;) {
    try {
      return await checkEncoding(db);
    } catch (error) {
      if (!isPassing(error) || performance.now() - begun > PATIENCE_MS) throw explain(error);
    }
    await pause(LOOK_AGAIN_MS);
  }
}

async function checkEncoding(db: Executor): Promise<void> {
  const { rows } = await sql<{ server_encoding: string }>`show server_encoding`.execute(db);
  const encoding = rows[0]?.server_encoding;
  if (encoding === 'UTF8') return;
  throw new SetupError([
    `DATABASE_URL: this database keeps text as ${encoding}, which lacks signs that people write. Make one with: create database bot encoding 'UTF8' template template0`,
  ]);
}

function explain(error: unknown): unknown {
  if (error instanceof SetupError) return error;
  const reason = error instanceof Error ? error.message : String(error);
  if (!isSetUpWrong(error))
    return new Error(`DATABASE_URL: PostgreSQL can’t be used (${reason})`, { cause: error });
  return new SetupError([
    `DATABASE_URL: PostgreSQL refuses the connection (${reason}). Check user, password and database in it; the database has to be there already.`,
  ]);
}

import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';

/** A server that is just being started anew is waited for so long, in looks of `LOOK_MS`. */
const LOOKS = 100;
const LOOK_MS = 200;

/** Statements on a PostgreSQL database, past the bots; to be repeated without harm. Throws what is wrong for 20 s. */
export async function runPatiently(url: string, ...statements: readonly string[]): Promise<void> {
  for (let look = 1; ; look += 1) {
    try {
      return await runOnce(url, statements);
    } catch (error) {
      if (look === LOOKS) throw error;
      await pause(LOOK_MS);
    }
  }
}

async function runOnce(connectionString: string, statements: readonly string[]): Promise<void> {
  const client = new Client({ connectionString });
  // A line that breaks between two statements; the next statement tells.
  client.on('error', () => undefined);
  try {
    await client.connect();
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end().catch(() => undefined);
  }
}

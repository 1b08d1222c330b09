import { openDatabase } from '../../src/store/open-database.ts';
import type { RestoredRows } from './evidence.ts';
import { readItems } from './read-stored.ts';

const MESSAGE = 'message:';

/** What a restored database holds, before any bot has been at work on it. */
export async function readRestored(database: string): Promise<RestoredRows> {
  const { db, close } = openDatabase(database, { exclusive: false });
  try {
    const items = await readItems(db);
    const inbox = await db.selectFrom('inbox').select(['dedupe_key', 'state']).execute();
    const outbox = await db.selectFrom('outbox').select('target').execute();
    return {
      items,
      events: new Map(inbox.map((row) => [row.dedupe_key.replace(MESSAGE, ''), row.state])),
      answered: new Set(outbox.flatMap(({ target }) => replyOf(target))),
    };
  } finally {
    await close();
  }
}

function replyOf(target: string): string[] {
  const { replyTo }: { replyTo?: string } = JSON.parse(target);
  return replyTo === undefined ? [] : [replyTo];
}

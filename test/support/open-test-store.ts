import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { loadSettings } from '../../config/load.ts';
import type { GroupSettings } from '../../src/domain/group/settings.ts';
import { openStore, type Repos, type Store } from '../../src/store/create-store.ts';
import { makePostgres, usualDatabase } from './make-database.ts';
import { readRows } from './read-rows.ts';
import { createStillClock } from './still-clock.ts';

export const GROUP = 'oc_group';

const UNIT = '青禾县自然资源局';

/** A folder for the running test; kept, for a look at it, when the test fails. */
export function makeTestFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'publicity-bot-'));
  onTestFinished(({ task }) => {
    if (task.result?.state !== 'fail') rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

/** What a group in a test starts with. */
export function testSettings(): GroupSettings {
  return { ...loadSettings('config/bot.yaml'), unitName: UNIT };
}

/** A database of the running test's own, with a clock that stands still. Closed when the test is over. */
export async function openTestStore(now = '2026-11-16T09:00') {
  const clock = createStillClock(now);
  const url = await makeTestDatabase();
  let store = await open();

  function open(): Promise<Store> {
    return openStore({ url, clock, defaults: testSettings(), exclusive: true });
  }
  onTestFinished(() => store.close());

  return {
    url,
    clock,
    get store() {
      return store;
    },
    get repos() {
      return store.repos;
    },
    /** What stands in the database, read past the store. */
    rows: (query: string) => readRows(url, query),
    /** Closes the database and opens it again, as the next start of the program does. */
    async reopen(): Promise<Repos> {
      await store.close();
      store = await open();
      return store.repos;
    },
  };
}

/** Where a database of the running test's own is, or will be: an SQLite file, or one of the test server's. */
async function makeTestDatabase(): Promise<string> {
  if (usualDatabase() === 'sqlite') return join(makeTestFolder(), 'bot.db');
  const { url, giveBack } = await makePostgres();
  onTestFinished(giveBack);
  return url;
}

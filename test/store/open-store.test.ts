import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { SetupError } from '../../src/kernel/errors.ts';
import { openStore, type Store } from '../../src/store/create-store.ts';
import { makeMessage } from '../support/make-event.ts';
import { makeTestFolder, openTestStore, testSettings } from '../support/open-test-store.ts';
import { createStillClock } from '../support/still-clock.ts';

function openPlainly(file: string, exclusive: boolean): Promise<Store> {
  const clock = createStillClock('2026-11-16T09:00');
  return openStore({ url: `file:${file}`, clock, defaults: testSettings(), exclusive });
}

async function open(file: string, exclusive: boolean): Promise<Store> {
  const store = await openPlainly(file, exclusive);
  onTestFinished(() => store.close());
  return store;
}

describe('one database', () => {
  it('serves one bot: a second is refused with the remedy', async () => {
    const { file } = await openTestStore();
    await expect(open(file, true)).rejects.toThrow(SetupError);
    await expect(open(file, true)).rejects.toThrow(/another process is using this database.*Stop it first/);
  });

  it('is free again as soon as the bot has closed it', async () => {
    const file = join(makeTestFolder(), 'bot.db');
    await (await openPlainly(file, true)).close();
    expect(await (await open(file, true)).ready()).toBe(true);
  });

  it('may be read and written beside the bot, which keeps its claims', async () => {
    const { file, repos } = await openTestStore();
    await repos.inbox.append(makeMessage());
    await repos.inbox.claim();
    const beside = await open(file, false);
    expect(await beside.repos.inbox.claim()).toBeUndefined();
    await beside.repos.records.setValue('k', 'v');
    expect(await repos.records.value('k')).toBe('v');
  });
});

describe('a path', () => {
  it('may lead into a folder that is not there yet', async () => {
    const file = join(makeTestFolder(), 'deep', 'down', 'bot.db');
    await open(file, true);
    expect(existsSync(file)).toBe(true);
  });

  it('to something that is no database is told with its name, and lets go of the lock', async () => {
    const file = join(makeTestFolder(), 'bot.db');
    writeFileSync(
      file,
      'this is a text, and longer than the hundred bytes of a header of a database file'.repeat(20),
    );
    for (const _ of ['first', 'again']) {
      await expect(open(file, true)).rejects.toThrow(SetupError);
      await expect(open(file, true)).rejects.toThrow(/no database/);
    }
  });
});

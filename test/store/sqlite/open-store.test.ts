import { existsSync, mkdirSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { SetupError } from '../../../src/kernel/errors.ts';
import { openStore, type Store } from '../../../src/store/create-store.ts';
import { resolveDatabase } from '../../../src/store/sqlite/database-path.ts';
import { isLocked } from '../../../src/store/sqlite/hold-lock.ts';
import { claimOne } from '../../support/claim-one.ts';
import { makeMessage } from '../../support/make-event.ts';
import { makeTestFolder, openTestStore, testSettings } from '../../support/open-test-store.ts';
import { createStillClock } from '../../support/still-clock.ts';

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
    const { url: file } = await openTestStore();
    await expect(open(file, true)).rejects.toThrow(SetupError);
    await expect(open(file, true)).rejects.toThrow(/another process is using this database.*Stop it first/);
  });

  const links: readonly { name: string; link: (folder: string) => string }[] = [
    {
      name: 'a link to the file',
      link(folder) {
        symlinkSync(join(folder, 'real', 'bot.db'), join(folder, 'link.db'));
        return join(folder, 'link.db');
      },
    },
    {
      name: 'a relative link, through another one',
      link(folder) {
        symlinkSync(join('real', 'bot.db'), join(folder, 'near.db'));
        symlinkSync('near.db', join(folder, 'far.db'));
        return join(folder, 'far.db');
      },
    },
    {
      name: 'a link to its folder',
      link(folder) {
        symlinkSync('real', join(folder, 'linked'));
        return join(folder, 'linked', 'bot.db');
      },
    },
  ];
  it.each(links)('is the same by way of $name, whichever is opened first', async ({ link }) => {
    for (const linkFirst of [true, false]) {
      const folder = makeTestFolder();
      mkdirSync(join(folder, 'real'));
      const [real, linked] = [join(folder, 'real', 'bot.db'), link(folder)];
      const [first, second] = linkFirst ? [linked, real] : [real, linked];
      await open(first, true);
      expect(isLocked(second)).toBe(true);
      await expect(open(second, true)).rejects.toThrow(/another process is using this database/);
    }
  });

  it('is free again as soon as the bot has closed it', async () => {
    const file = join(makeTestFolder(), 'bot.db');
    await (await openPlainly(file, true)).close();
    expect(await (await open(file, true)).ready()).toBe(true);
  });

  it('may be read and written beside the bot, which keeps its claims', async () => {
    const { url: file, repos } = await openTestStore();
    await repos.inbox.append(makeMessage());
    await claimOne(repos.inbox);
    const beside = await open(file, false);
    expect(await claimOne(beside.repos.inbox)).toBeUndefined();
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

  it('is named in its real folder while there is no file', () => {
    const folder = makeTestFolder();
    expect(resolveDatabase(join(folder, 'bot.db'))).toBe(join(realpathSync(folder), 'bot.db'));
    expect(resolveDatabase(join(folder, 'not', 'yet', 'bot.db'))).toBe(join(folder, 'not', 'yet', 'bot.db'));
  });

  const blocked: readonly { name: string; block: (folder: string) => string }[] = [
    {
      name: 'through a file',
      block(folder) {
        writeFileSync(join(folder, 'file'), '');
        return join(folder, 'file', 'bot.db');
      },
    },
    {
      name: 'in a circle',
      block(folder) {
        symlinkSync('b.db', join(folder, 'a.db'));
        symlinkSync('a.db', join(folder, 'b.db'));
        return join(folder, 'a.db');
      },
    },
    {
      name: 'to a lock that can’t be opened',
      block(folder) {
        mkdirSync(join(folder, 'bot.db.lock'));
        return join(folder, 'bot.db');
      },
    },
  ];
  it.each(blocked)('$name is told with the setting and the remedy', async ({ block }) => {
    const file = block(makeTestFolder());
    await expect(open(file, true)).rejects.toThrow(SetupError);
    await expect(open(file, true)).rejects.toThrow(/DATABASE_URL.*Let the user the bot runs as/);
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

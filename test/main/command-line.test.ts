import { once } from 'node:events';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import Database from 'libsql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseEnvironment } from '../../config/environment.ts';
import { loadSettings } from '../../config/load.ts';
import { botVariables } from '../../sandbox/bot-variables.ts';
import { createBlobs } from '../../src/files/create-blobs.ts';
import { silentLogger } from '../../src/kernel/logger.ts';
import { createBot } from '../../src/main/create-bot.ts';
import { createDatabase } from '../support/make-database.ts';
import { standProgram } from '../support/stand-program.ts';

const stand = standProgram();
const { here, there } = stand;
const submission = (n: number) =>
  `/报送 第${n}次耕地巡查｜11月16日，我局在城西片区开展第${n}次巡查，检查地块${n}处。`;
const countsOf = (text: string) => /\d+ groups.*blobs/.exec(text)?.[0];

/** Made once, for the tests that spoil a copy of it. */
let sound: string;
beforeAll(async () => {
  sound = join(mkdtempSync(join(tmpdir(), 'sound-')), 'backup');
  expect(await here('backup', sound)).toMatchObject({ code: 0 });
});
afterAll(() => rmSync(dirname(sound), { recursive: true, force: true }));

describe('backup and restore', () => {
  it('carries over every item acknowledged before the backup began, while more come in', async () => {
    await stand.office.ask('规划科通讯员', submission(1));
    await stand.office.ask('李负责', '/汇总 2026-11');
    await stand.office.settled();
    for (let n = 2; n <= 10; n += 1) await stand.office.ask('规划科通讯员', submission(n));
    const acknowledged = await stand.office.bot.store.repos.items.ofMonth(stand.office.chat, '2026-11');
    expect(acknowledged).toHaveLength(10);

    const file = join(stand.elsewhere, 'bot.backup');
    const running = { backup: true };
    const load = keepSubmitting(running);
    const backup = await here('backup', file);
    running.backup = false;
    const later = await load;

    expect(backup).toMatchObject({ code: 0, err: '' });
    expect(later).toBeGreaterThan(0);
    expect(backup.out).toMatch(
      /1 groups, \d+ items, 1 reports, 1 blobs\n.* before \S+Z is in it\n\d+ bytes, sha256 [0-9a-f]{64}\n$/,
    );
    const restored = await there('restore', file);
    expect(restored).toMatchObject({ code: 0, err: '' });
    expect(countsOf(restored.out)).toBe(countsOf(backup.out));

    const bot = await startRestored();
    try {
      const { items, reports } = bot.store.repos;
      const kept = (await items.ofMonth(stand.office.chat, '2026-11')).map(({ number }) => number);
      expect(kept).toEqual(expect.arrayContaining(acknowledged.map(({ number }) => number)));
      const blob = (await reports.latest(stand.office.chat, '2026-11'))?.blob ?? '';
      const bytes = await createBlobs(join(stand.elsewhere, 'data/blobs')).get(blob);
      expect(Buffer.from(bytes).subarray(0, 2).toString()).toBe('PK');
      expect(await stand.office.ask('李负责', '/进度')).toContain('规划科');
    } finally {
      await bot.stop();
      stand.office.sandbox.connectWebhook(`${stand.office.url}/webhook/event`);
    }
  });

  it('never writes over a file', async () => {
    const file = join(stand.elsewhere, 'precious');
    writeFileSync(file, 'precious');
    const run = await here('backup', file);
    expect(run).toMatchObject({ code: 2, out: '' });
    expect(run.err).toContain('exists already');
    expect(readdirSync(stand.elsewhere)).toEqual(['precious']);
  });

  it('leaves out a damaged blob, says so and exits 1', async () => {
    await there('migrate');
    const blobs = join(stand.elsewhere, 'data/blobs');
    const [broken] = [
      await createBlobs(blobs).put(Buffer.from('a')),
      await createBlobs(blobs).put(Buffer.from('b')),
    ];
    writeFileSync(join(blobs, broken.slice(0, 2), broken), 'broken');
    const run = await there('backup', join(stand.elsewhere, 'b'));
    expect(run.code).toBe(1);
    expect(run.out).toContain(' 1 blobs');
    expect(run.err).toContain(broken);
  });

  it('keeps the database that was there', async () => {
    const [first, second] = [join(stand.elsewhere, 'first'), join(stand.elsewhere, 'second')];
    await here('backup', first);
    await there('restore', first);
    await stand.office.ask('规划科通讯员', submission(20));
    await here('backup', second);

    const run = await there('restore', second);

    expect(run.code).toBe(0);
    const items = countItems(join(stand.elsewhere, 'data/bot.db'));
    const aside = /kept as (\S+)/.exec(run.out)?.[1] ?? '';
    expect(aside).toMatch(/bot\.db\.before-restore-\d{8}T\d{6}Z$/);
    expect(countItems(aside)).toBe(items - 1);
  });

  it('does not restore under a running bot', async () => {
    const run = await here('restore', sound);
    expect(run).toMatchObject({ code: 2, out: '' });
    expect(run.err).toContain('another process is using this database');
  });

  const unfit: readonly { name: string; spoil: (file: string) => void; says: string }[] = [
    { name: 'text', spoil: (file) => writeFileSync(file, 'no database at all'), says: 'no backup' },
    { name: 'a stump', spoil: (file) => truncateSync(file, 20_000), says: 'damaged' },
    {
      name: 'a database from elsewhere',
      spoil: (file) => {
        rmSync(file);
        change(file, 'create table other (id text)');
      },
      says: 'not one of this program',
    },
    {
      name: 'a newer program’s backup',
      spoil: (file) => change(file, `insert into kysely_migration values ('9999-later', '2030')`),
      says: 'newer version',
    },
    {
      name: 'one with a damaged blob',
      spoil: (file) => change(file, `insert into backup_blobs values ('${'a'.repeat(64)}', x'00')`),
      says: 'damaged',
    },
    { name: 'nothing', spoil: (file) => rmSync(file), says: 'no such file' },
  ];
  it.each(unfit)('refuses $name and touches nothing', async ({ spoil, says }) => {
    const file = join(stand.elsewhere, 'b');
    copyFileSync(sound, file);
    spoil(file);
    const run = await there('restore', file);
    expect(run).toMatchObject({ code: 2, out: '' });
    expect(run.err).toContain(says);
    expect(existsSync(join(stand.elsewhere, 'data/bot.db'))).toBe(false);
  });

  it('moves a log without its database out of the way', async () => {
    mkdirSync(join(stand.elsewhere, 'data'));
    writeFileSync(join(stand.elsewhere, 'data/bot.db-wal'), 'left by another database');
    expect((await there('restore', sound)).code).toBe(0);
    expect(existsSync(join(stand.elsewhere, 'data/bot.db-wal'))).toBe(false);
  });
});

describe('PostgreSQL', () => {
  it('takes over what is in a file, a version byte for byte, and gives it back', async () => {
    await stand.office.ask('规划科通讯员', submission(30));
    await stand.office.ask('李负责', '/汇总 2026-11');
    await stand.office.settled();
    const backup = join(stand.elsewhere, 'bot.backup');
    await here('backup', backup);
    await there('restore', backup);
    const file = `file:${join(stand.elsewhere, 'data/bot.db')}`;
    const url = await createDatabase('template template0');
    expect(
      await here('migrate-data', '--from', `file:${join(stand.office.folder, 'bot.db')}`, '--to', url),
    ).toMatchObject({
      code: 2,
      err: expect.stringContaining('another process is using this database'),
    });

    const moved = await there('migrate-data', '--from', file, '--to', url);

    expect(moved).toMatchObject({ code: 0, err: '' });
    expect(moved.out).toMatch(/^items +[1-9]\d* {2}[0-9a-f]{64}$/m);
    expect(moved.out).toMatch(/^blobs +[1-9]/m);
    const again = await there('migrate-data', '--from', file, '--to', url);
    expect(again).toMatchObject({ code: 2, out: '', err: expect.stringContaining('not empty') });
    const blob =
      (await stand.office.bot.store.repos.reports.latest(stand.office.chat, '2026-11'))?.blob ?? '';
    const bytes = await createBlobs(join(stand.office.folder, 'blobs')).get(blob);
    const bot = await startRestored({ DATABASE_URL: url, DATA_DIR: join(stand.elsewhere, 'unused') });
    try {
      expect(Buffer.compare(await bot.store.repos.blobs.get(blob), bytes)).toBe(0);
      expect(await stand.office.ask('李负责', '/进度')).toContain('规划科');
      expect(await stand.office.ask('规划科通讯员', submission(31))).toContain('31');
      await stand.office.ask('李负责', '/汇总 2026-11');
    } finally {
      await bot.stop();
      stand.office.sandbox.connectWebhook(`${stand.office.url}/webhook/event`);
    }
    expect(existsSync(join(stand.elsewhere, 'unused'))).toBe(false);

    const onServer = { DATABASE_URL: url, DATA_DIR: join(stand.elsewhere, 'back') };
    const back = await stand.program.run(
      ['migrate-data', '--from', url, '--to', `file:${join(stand.elsewhere, 'back/bot.db')}`],
      onServer,
    );
    expect(back).toMatchObject({ code: 0, err: '' });
    const saved = await stand.program.run(['backup', join(stand.elsewhere, 'server.backup')], onServer);
    expect(saved).toMatchObject({ code: 0, err: '' });
    const fresh = { DATABASE_URL: await createDatabase('template template0') };
    for (const where of [fresh, { DATA_DIR: join(stand.elsewhere, 'restored') }]) {
      const restored = await stand.program.run(['restore', join(stand.elsewhere, 'server.backup')], where);
      expect(restored).toMatchObject({ code: 0, err: '' });
      expect(countsOf(restored.out)).toBe(countsOf(saved.out));
    }
    const refused = await stand.program.run(['restore', join(stand.elsewhere, 'server.backup')], fresh);
    expect(refused).toMatchObject({ code: 2, out: '', err: expect.stringContaining('not empty') });
  }, 120_000);

  it.each([
    ['one end alone', ['--from', 'file:a.db'], 'usage'],
    ['two files', ['--from', 'file:a.db', '--to', 'file:b.db'], 'usage'],
    ['another option', ['--form', 'file:a.db'], '--form'],
    ['an address that is none', ['--from', 'file:a.db', '--to', 'postgres://here'], '--to: '],
    ['a file that is not there', ['--from', 'file:a.db', '--to', 'postgres://here/db'], 'no such file'],
  ])('is not moved to with %s', async (_, args, says) => {
    const run = await there('migrate-data', ...args);
    expect(run).toMatchObject({ code: 2, out: '', err: expect.stringContaining(says) });
  });
});

describe('migrate', () => {
  it('says that a fresh database is up to date', async () => {
    expect(await there('migrate')).toMatchObject({ code: 0, err: '' });
    expect((await there('migrate')).out).toContain('is up to date already');
  });

  it('ends with 2 on a newer database, as serve does', async () => {
    await there('migrate');
    const file = join(stand.elsewhere, 'data/bot.db');
    change(file, `insert into kysely_migration values ('9999-later', '2030')`);
    const run = await there('migrate');
    expect(run).toMatchObject({ code: 2, out: '' });
    expect(run.err).toContain('9999-later');
    const serve = await stand.program.run(['serve'], {
      ...botVariables(stand.office.sandbox),
      DATA_DIR: join(stand.elsewhere, 'data'),
    });
    expect(serve).toMatchObject({ code: 2, err: run.err });
  });
});

describe('serve', () => {
  const serve = (more: Readonly<Record<string, string>>) =>
    stand.program.run(['serve'], {
      ...botVariables(stand.office.sandbox),
      DATA_DIR: join(stand.elsewhere, 'data'),
      ...more,
    });

  it('ends with 2 where it can’t listen, and lets go of the database', async () => {
    const taken = await serve({ HOST: '127.0.0.1', PORT: new URL(stand.office.url).port });
    expect(taken.code).toBe(2);
    expect(taken.err).toMatch(/^PORT \d+, HOST 127\.0\.0\.1: .*EADDRINUSE.*choose another one/);
    expect(await there('migrate')).toMatchObject({ code: 0, err: '' });
  });

  it.each(['DATA_DIR', 'DATABASE_URL'])('ends with 2 where %s can’t be written to', async (setting) => {
    writeFileSync(join(stand.elsewhere, 'file'), '');
    const folder = join(stand.elsewhere, 'file', 'data');
    const run = await serve(
      setting === 'DATA_DIR'
        ? { DATA_DIR: folder, DATABASE_URL: `file:${join(stand.elsewhere, 'bot.db')}` }
        : { DATABASE_URL: `file:${folder}/bot.db` },
    );
    expect(run).toMatchObject({ code: 2, out: '' });
    expect(run.err).toMatch(new RegExp(`^${setting}.*ENOTDIR.*Let the user the bot runs as own`));
  });
});

/** Submits without waiting for answers until told to stop; returns how many. */
async function keepSubmitting(running: { backup: boolean }): Promise<number> {
  let count = 0;
  while (running.backup) {
    count += 1;
    stand.office.sandbox.say(stand.office.person('耕地科通讯员'), stand.office.chat, submission(100 + count));
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  await stand.office.settled();
  return count;
}

async function startRestored(more: Readonly<Record<string, string>> = {}) {
  const environment = parseEnvironment({
    ...botVariables(stand.office.sandbox),
    DATA_DIR: join(stand.elsewhere, 'data'),
    ...more,
  });
  const defaults = loadSettings('config/bot.yaml');
  const bot = await createBot({ environment, defaults, clock: stand.office.clock, logger: silentLogger });
  bot.server.listen(0, '127.0.0.1');
  await once(bot.server, 'listening');
  const address = bot.server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  stand.office.sandbox.connectWebhook(`http://127.0.0.1:${port}/webhook/event`);
  return bot;
}

function change(file: string, statement: string): void {
  const db = new Database(file);
  db.exec(statement);
  db.close();
}

function countItems(file: string): number {
  const copy = `${file}.look`;
  copyFileSync(file, copy);
  const db = new Database(copy);
  const [row] = db.prepare('select count(*) as n from items').all() as [{ n: number }];
  db.close();
  return row.n;
}

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FaultRule } from '../../sandbox/api/fault-rules.ts';
import { botVariables } from '../../sandbox/bot-variables.ts';
import { createMovableClock, systemClock } from '../../src/kernel/clock.ts';
import { runChecks } from '../../src/main/doctor/run-checks.ts';
import { type Office, startOffice } from '../support/start-office.ts';

let office: Office;
let folder: string;
let extra: Server | undefined;
const GROUP = 'group 青禾县局宣传工作群';
const SECRETS = ['LARK_APP_SECRET', 'LARK_ENCRYPT_KEY', 'LARK_VERIFICATION_TOKEN'] as const;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'doctor-'));
  office = await startOffice();
  await office.ask('规划科通讯员', '/报送 开展执法巡查｜11月16日，我局在城西片区开展巡查。');
});
afterEach(async () => {
  extra?.close();
  extra = undefined;
  await office.stop();
  rmSync(folder, { recursive: true, force: true });
});

function variables(changes: Readonly<Record<string, string>> = {}): Record<string, string> {
  return {
    ...botVariables(office.sandbox),
    DATA_DIR: office.folder,
    HOST: '127.0.0.1',
    PORT: new URL(office.url).port,
    PUBLIC_URL: office.url,
    ...changes,
  };
}

/** Every line by what it is about, and those that are not ok in order. */
async function examine(changes: Readonly<Record<string, string>> = {}, clock = office.clock) {
  const found = variables(changes);
  const checks = await runChecks(found, clock);
  const told = JSON.stringify(checks);
  for (const name of SECRETS) expect(told).not.toContain(found[name] || 'nothing to hide');
  for (const { level, remedy } of checks) expect(remedy !== undefined).toBe(level !== 'ok');
  return {
    of: (what: string) => checks.filter((check) => check.what === what),
    lines: checks.map(({ level, what }) => `${level} ${what}`),
    troubles: checks.filter(({ level }) => level !== 'ok'),
  };
}

const refuse = (path: RegExp, code: number, msg: string, method?: string): FaultRule => ({
  path,
  kind: { status: 400, code, msg },
  ...(method === undefined ? {} : { method }),
});

async function listen(server: Server): Promise<string> {
  extra = server;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

describe('with everything in order', () => {
  it('passes line by line beside the running bot', async () => {
    // The sandbox answers with the machine's own time; next year's holidays are asked for from November on.
    const now = createMovableClock(systemClock.now());
    const { lines, of } = await examine({}, now);
    const calendar = lines.find((line) => line.endsWith(' calendar')) ?? 'missing';
    expect(lines).toEqual([
      'ok settings',
      'ok bot.yaml',
      'ok templates',
      'ok PDF',
      calendar,
      'ok database',
      'ok disk',
      'ok platform',
      'ok clock',
      'ok app and bot',
      'ok right to upload',
      'ok messages',
      `ok ${GROUP}`,
      'ok bot',
      'ok events',
      'ok address from outside',
    ]);
    expect(of('database')[0]?.found).toContain('1 groups, 1 items, 0 reports; in use by the running bot');
    expect(of(GROUP)[0]?.found).toBe('read its name, list its members, read a message');
  });

  it('leaves nothing where nothing was', async () => {
    const { of } = await examine({ DATA_DIR: join(folder, 'data') });
    expect(of('database')[0]?.found).toContain('not there yet');
    expect(of('bot')[0]?.found).toBe('not running');
    expect(() => rmSync(join(folder, 'data'))).toThrow('ENOENT');
  });

  it('goes by the test clock and does not compare it', async () => {
    const { of } = await examine({ BOT_NOW: '2025-06-01T09:00:00+08:00' });
    expect(of('clock')).toEqual([]);
    expect(of('calendar')).toEqual([{ level: 'ok', what: 'calendar', found: 'holidays of 2025 are known' }]);
  });
});

describe('settings', () => {
  it('tells every mistake in the variables on a line, and looks at what it still can', async () => {
    const { of, lines } = await examine({ LARK_APP_ID: 'cli_1', PORT: 'many', LARK_ENCRYPT_KEY: '' });
    expect(of('settings').map(({ level, found }) => `${level} ${found}`)).toEqual([
      'FAIL LARK_APP_ID: found "cli_1"',
      'FAIL PORT: found "many"',
      'FAIL LARK_ENCRYPT_KEY: not set',
    ]);
    expect(lines).toContain('ok database');
    expect(lines).not.toContain('ok platform');
  });

  it('tells every mistake in the settings file', async () => {
    const file = join(folder, 'bot.yaml');
    writeFileSync(file, 'unitNames: x\n');
    const { of } = await examine({ BOT_CONFIG: file });
    expect(of('bot.yaml').length).toBeGreaterThan(1);
    expect(of('bot.yaml')[0]?.level).toBe('FAIL');
  });
});

describe('the database', () => {
  const broken: readonly {
    name: string;
    spoil: (db: Database.Database) => void;
    level: string;
    found: string;
  }[] = [
    {
      name: 'written by a newer version',
      spoil: (db) => db.exec(`insert into kysely_migration values ('9999-later', '2030')`),
      level: 'FAIL',
      found: '9999-later',
    },
    {
      name: 'not yet up to date',
      spoil: (db) =>
        db.exec('delete from kysely_migration where name = (select max(name) from kysely_migration)'),
      level: 'warn',
      found: 'lacks',
    },
    {
      name: 'of another program',
      spoil: (db) => db.exec('drop table kysely_migration'),
      level: 'FAIL',
      found: 'not a database of this program',
    },
  ];
  it.each(broken)('that is $name is told', async ({ spoil, level, found }) => {
    const db = new Database(join(office.folder, 'bot.db'));
    spoil(db);
    db.close();
    const { of, lines } = await examine();
    expect(of('database')).toMatchObject([{ level, found: expect.stringContaining(found) }]);
    expect(lines.filter((line) => line.endsWith(GROUP))).toEqual([]);
  });

  it('that is none is told', async () => {
    const file = join(folder, 'bot.db');
    writeFileSync(file, 'some text that is no database, and long enough to be read as one');
    const { of } = await examine({ DATABASE_URL: `file:${file}` });
    expect(of('database')).toMatchObject([{ level: 'FAIL', remedy: expect.stringContaining('restore') }]);
  });
});

describe('the machine', () => {
  it.each([
    { now: '2026-10-31T09:00:00+08:00', level: 'ok' },
    { now: '2026-11-01T09:00:00+08:00', level: 'warn' },
    { now: '2031-01-01T09:00:00+08:00', level: 'warn' },
  ])('knows holidays as of $now: $level', async ({ now, level }) => {
    const { of } = await examine({ BOT_NOW: now });
    expect(of('calendar')).toMatchObject([{ level }]);
  });

  it.each([
    { minutes: 3, found: 'ahead of the platform' },
    { minutes: -3, found: 'behind the platform' },
  ])('has a clock $found', async ({ minutes, found }) => {
    const wrong = createMovableClock(systemClock.now().add({ minutes }));
    const { of } = await examine({}, wrong);
    expect(of('clock')).toMatchObject([{ level: 'warn', found: expect.stringContaining(found) }]);
  });

  it('can’t write to its data folder', async () => {
    // Root may do anything, but there is no room in /proc.
    const { of } = await examine({ DATA_DIR: '/proc/nowhere' });
    expect(of('disk')[0]?.level).toMatch(/FAIL|warn/);
  });
});

describe('the platform', () => {
  it('is down', async () => {
    const { troubles, lines } = await examine({ LARK_DOMAIN: 'http://127.0.0.1:9' });
    expect(troubles).toMatchObject([
      { what: 'calendar' },
      { level: 'FAIL', what: 'platform', remedy: expect.stringContaining('LARK_DOMAIN') },
    ]);
    expect(lines).not.toContain('ok app and bot');
  });

  it('does not take the secret', async () => {
    const { of } = await examine({ LARK_APP_SECRET: 'wrongwrongwrongwrong' });
    expect(of('app and bot')).toMatchObject([
      { level: 'FAIL', remedy: expect.stringContaining('LARK_APP_SECRET') },
    ]);
    expect(of('right to upload')).toEqual([]);
  });

  it('names the missing right and the page to add it on, in the console’s language', async () => {
    const msg = 'Access denied. One of the following scopes is required: [im:resource:upload, im:resource].';
    office.sandbox.faults.add(refuse(/\/im\/v1\/files$/, 99991672, msg));
    const page = { 'zh-CN': '开发者后台 → 权限管理', en: 'Permissions & Scopes' };
    for (const locale of ['zh-CN', 'en'] as const) {
      const { of } = await examine({ LOCALE: locale });
      const [check] = of('right to upload');
      expect(check?.level).toBe('FAIL');
      expect(check?.remedy).toContain('add im:resource:upload or im:resource under');
      expect(check?.remedy).toContain(page[locale]);
      expect(check?.remedy).toContain('publish a version');
    }
  });

  it('looks at the rights to online documents where a group wants them, and leaves no document', async () => {
    await office.ask('陈管理', '/设置 在线文档 开');
    const what = 'right to online documents';
    expect((await examine()).of(what)).toMatchObject([{ level: 'ok' }]);
    const msg = 'Access denied. One of the following scopes is required: [docs:document:import].';
    office.sandbox.faults.add(refuse(/\/import_tasks\//, 99991672, msg));
    const { of } = await examine();
    expect(of(what)).toMatchObject([
      {
        level: 'warn',
        remedy: expect.stringMatching(/add docs:document:import under .*permission\.member:create/),
      },
    ]);
    expect(office.sandbox.documents()).toEqual([]);
  });

  const inGroup: readonly { name: string; rule: FaultRule; level: string; says: RegExp }[] = [
    {
      name: 'no right to the members',
      rule: refuse(/\/members$/, 99991672, 'required: [im:chat.members:read]'),
      level: 'FAIL',
      says: /list its members.*im:chat\.members:read/,
    },
    {
      name: 'no right to read messages',
      rule: refuse(/\/messages\/om_/, 99991672, 'required: [im:message, im:message:readonly]', 'GET'),
      level: 'FAIL',
      says: /read a message.*im:message or im:message:readonly/,
    },
    {
      name: 'not in the group any more',
      rule: refuse(/\/chats\/oc_[^/]*$/, 232011, 'Operator can NOT be out of the chat.'),
      level: 'warn',
      says: /read its name.*add the bot to the group again/,
    },
    {
      name: 'only messages that mention the bot',
      rule: refuse(/\/im\/v1\/messages$/, 230027, 'Lack of necessary permissions', 'GET'),
      level: 'warn',
      says: /mention the bot.*im:message\.group_msg/,
    },
  ];
  it.each(inGroup)('in a group: $name', async ({ rule, level, says }) => {
    office.sandbox.faults.add(rule);
    const { troubles } = await examine();
    const [check] = troubles.filter(({ what }) => what === GROUP);
    expect(check?.level).toBe(level);
    expect(`${check?.found} ${check?.remedy}`).toMatch(says);
  });

  it('has refused a message this week, as a card and as text', async () => {
    office.sandbox.faults.add({ ...refuse(/\/reply$/, 230028, 'The message fails the audit.'), times: 2 });
    office.sandbox.say(office.person('李负责'), office.chat, '/进度');
    await office.settled();
    const { of } = await examine();
    expect(of('messages')).toMatchObject([{ level: 'warn', found: expect.stringContaining('230028') }]);
    expect(of('messages')[0]?.found).toContain('0 received, 1 to be sent');

    const later = createMovableClock(office.clock.now().add({ hours: 8 * 24 }));
    expect((await examine({}, later)).of('messages')).toMatchObject([{ level: 'ok' }]);
  });

  it('has a group without an admin', async () => {
    const { people } = office.bot.store.repos;
    await people.revoke(office.chat, office.person('陈管理'), 'admin');
    const { troubles } = await examine();
    const [check] = troubles.filter(({ what }) => what === GROUP);
    expect(check).toMatchObject({ level: 'warn', found: 'has no admin' });
    expect(check?.remedy).toContain(`admin grant --group ${office.chat}`);
  });
});

describe('the address from outside', () => {
  it('answers, but does not pass pushes on', async () => {
    const publicUrl = await listen(
      createServer((request, response) => response.writeHead(request.method === 'GET' ? 200 : 405).end()),
    );
    const { of } = await examine({ PUBLIC_URL: publicUrl });
    expect(of('address from outside')).toMatchObject([
      { level: 'warn', found: expect.stringContaining('405') },
    ]);
  });

  it('belongs to a bot that was started with other keys', async () => {
    const other = { LARK_VERIFICATION_TOKEN: 'another-verification-token' };
    const { of } = await examine(other);
    for (const what of ['events', 'address from outside']) {
      expect(of(what)).toMatchObject([
        { level: 'warn', remedy: expect.stringContaining('LARK_VERIFICATION_TOKEN') },
      ]);
    }
    expect((await examine({ LARK_ENCRYPT_KEY: 'another-encrypt-key' })).of('events')).toMatchObject([
      { level: 'warn' },
    ]);
  });

  it('need not be known for the events to be tried', async () => {
    const { of } = await examine({ PUBLIC_URL: '' });
    expect(of('events')).toMatchObject([{ level: 'ok' }]);
    expect(of('address from outside')).toMatchObject([
      { level: 'ok', found: expect.stringContaining('not tried') },
    ]);
  });

  it('is not there', async () => {
    const { of } = await examine({ PUBLIC_URL: 'http://127.0.0.1:2' });
    expect(of('address from outside')).toMatchObject([
      { level: 'warn', found: expect.stringContaining('ECONNREFUSED') },
    ]);
  });

  it('belongs to a bot on another port', async () => {
    const { of } = await examine({ PORT: '9' });
    expect(of('bot')).toMatchObject([{ level: 'warn', remedy: expect.stringContaining('PORT') }]);
    expect(of('events')).toEqual([]);
  });
});

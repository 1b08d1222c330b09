import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  environmentVariables,
  parseEnvironment,
  parseStorageEnvironment,
  type Variables,
} from '../../config/environment.ts';
import { SetupError } from '../../src/kernel/errors.ts';

const SECRET = 'hunter2-hunter2-hunter2-hunter2';
const webhook: Variables = {
  LARK_APP_ID: 'cli_0123456789abcdef',
  LARK_APP_SECRET: SECRET,
  LARK_ENCRYPT_KEY: `${SECRET}k`,
  LARK_VERIFICATION_TOKEN: `${SECRET}t`,
};

function problemsOf(read: () => unknown): readonly string[] {
  try {
    read();
  } catch (error) {
    if (error instanceof SetupError) return error.problems;
    throw error;
  }
  return [];
}

const problemsWith = (changes: Variables) => problemsOf(() => parseEnvironment({ ...webhook, ...changes }));

describe('parseEnvironment', () => {
  it('fills in every default', () => {
    expect(parseEnvironment(webhook)).toEqual({
      appId: 'cli_0123456789abcdef',
      appSecret: SECRET,
      apiUrl: 'https://open.feishu.cn',
      tenantKey: undefined,
      transport: { kind: 'webhook', encryptKey: `${SECRET}k`, verificationToken: `${SECRET}t` },
      host: '0.0.0.0',
      port: 3000,
      publicUrl: undefined,
      trustedProxies: 0,
      databaseUrl: join('data', 'bot.db'),
      dataDir: './data',
      configFile: 'config/bot.yaml',
      programPath: '',
      logLevel: 'info',
      locale: 'zh-CN',
      metricsToken: undefined,
      now: undefined,
      pace: 'platform',
    });
  });

  it('takes blank values as not set and trims the others', () => {
    const environment = parseEnvironment({ ...webhook, PORT: '  ', HOST: ' 127.0.0.1\n', METRICS_TOKEN: '' });

    expect(environment).toMatchObject({ port: 3000, host: '127.0.0.1', metricsToken: undefined });
  });

  it.each([
    ['feishu', 'https://open.feishu.cn'],
    ['lark', 'https://open.larksuite.com'],
    ['http://127.0.0.1:4000/', 'http://127.0.0.1:4000'],
    ['https://open.example.com', 'https://open.example.com'],
  ])('takes LARK_DOMAIN %s for %s', (LARK_DOMAIN, apiUrl) => {
    expect(parseEnvironment({ ...webhook, LARK_DOMAIN }).apiUrl).toBe(apiUrl);
  });

  it.each([
    ['file:./data/bot.db', './data/bot.db'],
    ['file:/srv/bot.db', '/srv/bot.db'],
    ['file:///srv/bot.db', '/srv/bot.db'],
  ])('takes the path out of %s', (DATABASE_URL, file) => {
    expect(parseEnvironment({ ...webhook, DATABASE_URL }).databaseUrl).toBe(file);
  });

  it.each(['postgres://bot:p%2Fw@db:5432/bot', 'postgresql://bot@[::1]/bot?sslmode=require'])(
    'takes a PostgreSQL address as it is: %s',
    (DATABASE_URL) => {
      expect(parseEnvironment({ ...webhook, DATABASE_URL }).databaseUrl).toBe(DATABASE_URL);
    },
  );

  it('keeps the database in DATA_DIR unless told otherwise', () => {
    expect(parseEnvironment({ ...webhook, DATA_DIR: '/srv/bot' }).databaseUrl).toBe('/srv/bot/bot.db');
  });

  it('asks for no webhook secrets in websocket mode', () => {
    const { LARK_APP_ID, LARK_APP_SECRET } = webhook;

    const environment = parseEnvironment({ LARK_APP_ID, LARK_APP_SECRET, LARK_TRANSPORT: 'websocket' });

    expect(environment.transport).toEqual({ kind: 'websocket' });
  });

  it('honours a test clock on loopback', () => {
    const now = '2026-11-20T09:00:00+08:00';

    expect(parseEnvironment({ ...webhook, BOT_NOW: now, LARK_DOMAIN: 'http://[::1]:4000' }).now).toBe(now);
  });

  it('tells every mistake at once, in the order of the example file', () => {
    const problems = problemsOf(() => parseEnvironment({ PORT: 'http', LOCALE: 'fr' }));

    expect(problems.map((problem) => problem.split(':')[0])).toEqual([
      'LARK_APP_ID',
      'LARK_APP_SECRET',
      'PORT',
      'LOCALE',
      'LARK_ENCRYPT_KEY',
      'LARK_VERIFICATION_TOKEN',
    ]);
  });

  it.each<[string, Variables, string]>([
    [
      'an app id of another form',
      { LARK_APP_ID: 'cli_123' },
      'LARK_APP_ID: found "cli_123"; copy the App ID',
    ],
    [
      'an unknown domain',
      { LARK_DOMAIN: 'dingtalk' },
      'LARK_DOMAIN: found a value of 8 characters; write feishu',
    ],
    ['a name of every object', { LARK_DOMAIN: 'constructor' }, 'LARK_DOMAIN: found a value of 11 characters'],
    [
      'an unknown transport',
      { LARK_TRANSPORT: 'smtp' },
      'LARK_TRANSPORT: found "smtp"; write webhook or websocket',
    ],
    ['a host with a scheme', { HOST: 'http://x' }, 'HOST: found "http://x"; write an IP address'],
    ['a port out of range', { PORT: '70000' }, 'PORT: found "70000"; write a port number from 0 to 65535'],
    ['a port in words', { PORT: '1e3' }, 'PORT: found "1e3"'],
    [
      'a public address without a scheme',
      { PUBLIC_URL: 'bot.example.com' },
      'PUBLIC_URL: found a value of 15',
    ],
    [
      'a PostgreSQL server without a database',
      { DATABASE_URL: 'postgres://bot:secret@db.example.com' },
      'DATABASE_URL: found a value of 36 characters; write file:',
    ],
    ['a bare path', { DATABASE_URL: './bot.db' }, 'DATABASE_URL: found a value of 8 characters; write file:'],
    ['an unknown level', { LOG_LEVEL: 'loud' }, 'LOG_LEVEL: found "loud"; write trace'],
    [
      'a short token',
      { METRICS_TOKEN: 'abc' },
      'METRICS_TOKEN: found a value of 3 characters; write at least 16',
    ],
    ['a time without offset', { BOT_NOW: '2026-11-20T09:00:00' }, 'BOT_NOW: found "2026-11-20T09:00:00"'],
    [
      'a test clock in earnest',
      { BOT_NOW: '2026-11-20T09:00:00Z' },
      'BOT_NOW: a test clock is only for a sandbox',
    ],
    [
      'no pace on the real platform',
      { BOT_PACE: 'none' },
      'BOT_PACE: sending without a pace is only for a sandbox',
    ],
    [
      'a name that looks like loopback',
      { BOT_NOW: '2026-11-20T09:00:00Z', LARK_DOMAIN: 'http://127.0.0.1.evil.cn' },
      'BOT_NOW: a test clock',
    ],
    ['a missing key', { LARK_ENCRYPT_KEY: '' }, 'LARK_ENCRYPT_KEY: not set; set an Encrypt Key'],
    [
      'a misspelt name',
      { LARK_APP_ID: '', LARK_APPID: 'cli_x' },
      'LARK_APP_ID: not set (LARK_APPID is: is its name misspelt?)',
    ],
  ])('refuses %s', (_, changes, message) => {
    expect(problemsWith(changes).join('\n')).toContain(message);
  });

  it('never repeats a secret', () => {
    const spoilt = `${SECRET} ${SECRET}`;

    const problems = problemsWith({
      LARK_APP_ID: SECRET,
      LARK_APP_SECRET: spoilt,
      LARK_ENCRYPT_KEY: spoilt,
      LARK_VERIFICATION_TOKEN: spoilt,
      METRICS_TOKEN: 'hunter2',
      DATABASE_URL: 'mysql://bot:hunter2@db/bot',
      LARK_DOMAIN: 'https://bot:hunter2@open.example.com',
      PUBLIC_URL: 'https://bot:hunter2@bot.example.com',
    });

    expect(problems).toHaveLength(8);
    expect(problems.join('\n')).not.toContain('hunter2');
  });
});

describe('parseStorageEnvironment', () => {
  it('needs no secrets of an app', () => {
    expect(parseStorageEnvironment({ DATABASE_URL: 'file:/srv/bot.db' })).toEqual({
      databaseUrl: '/srv/bot.db',
      dataDir: './data',
      logLevel: 'info',
      locale: 'zh-CN',
    });
  });

  it('tells its own mistakes', () => {
    const problems = problemsOf(() =>
      parseStorageEnvironment({ DATABASE_URL: 'mysql://h', LOG_LEVEL: 'loud' }),
    );

    expect(problems).toHaveLength(2);
  });
});

describe('environmentVariables', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'bot-env-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('takes what a .env file adds, and lets the real environment win', () => {
    writeFileSync(join(folder, '.env'), '# note\nBOT_TEST_ONLY="from file"\nPATH=/nowhere\n');

    const found = environmentVariables(folder);

    expect(found.BOT_TEST_ONLY).toBe('from file');
    expect(found.PATH).toBe(process.env.PATH);
  });

  it('does without a .env file', () => {
    expect(environmentVariables(folder).BOT_TEST_ONLY).toBeUndefined();
  });
});

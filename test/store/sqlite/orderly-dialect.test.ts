import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as nextRound } from 'node:timers/promises';
import { Kysely } from 'kysely';
import Database from 'libsql';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openLog } from '../../../src/store/sqlite/open-log.ts';
import { OrderlySqliteDialect } from '../../../src/store/sqlite/orderly-dialect.ts';
import { Turns } from '../../../src/store/sqlite/turns.ts';

interface Notes {
  readonly notes: { readonly text: string };
}

let folder: string;
let file: string;
let db: Kysely<Notes>;
let flushes: { readonly settle: () => void; readonly fail: (reason: Error) => void }[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dialect-'));
  file = join(folder, 'bot.db');
  const database = new Database(file);
  database.pragma('journal_mode = WAL');
  database.exec('create table notes (text text)');
  flushes = [];
  const flush = () => new Promise<void>((settle, fail) => flushes.push({ settle, fail }));
  db = new Kysely<Notes>({ dialect: new OrderlySqliteDialect({ database, turns: new Turns(), flush }) });
});

afterEach(async () => {
  await db.destroy();
  rmSync(folder, { recursive: true, force: true });
});

const write = (text: string) => db.insertInto('notes').values({ text }).execute();
const writeTogether = (text: string) =>
  db.transaction().execute((trx) => trx.insertInto('notes').values({ text }).execute());
const read = () => db.selectFrom('notes').selectAll().execute();
const rounds = async () => {
  for (let round = 0; round < 5; round += 1) await nextRound();
};

test.each([
  ['a statement', write],
  ['a transaction', writeTogether],
])('%s that writes is over when it is on the disk', async (_, act) => {
  let isOver = false;
  const acting = act('first').then(() => {
    isOver = true;
  });
  await rounds();
  expect(isOver).toBe(false);
  flushes[0]?.settle();
  await acting;
  expect(flushes).toHaveLength(1);
});

test('the next one does not wait for the disk of the one before', async () => {
  const both = Promise.all([write('first'), write('second')]);
  await rounds();
  expect(flushes).toHaveLength(2);
  for (const { settle } of flushes) settle();
  await both;
});

test('what only reads, or changes nothing, waits for no disk', async () => {
  await read();
  await db.deleteFrom('notes').execute();
  await expect(
    db.transaction().execute(async () => {
      throw new Error('broken off');
    }),
  ).rejects.toThrow('broken off');
  expect(flushes).toHaveLength(0);
});

test('what was written and undone is over with its own error, and waits for no disk', async () => {
  await expect(
    db.transaction().execute(async (trx) => {
      await trx.insertInto('notes').values({ text: 'undone' }).execute();
      throw new Error('broken off');
    }),
  ).rejects.toThrow('broken off');
  await read();
  expect(flushes).toHaveLength(0);
});

test('a disk that refuses is what the writer hears of', async () => {
  const writing = write('first');
  await rounds();
  flushes[0]?.fail(new Error('no disk'));
  await expect(writing).rejects.toThrow('no disk');
});

test('flushing the log works beside SQLite, and says when it does not', async () => {
  const log = openLog(file);
  const writing = write('first');
  await rounds();
  await log.flush();
  flushes[0]?.settle();
  await writing;
  await log.close();
  await expect(openLog(join(folder, 'nowhere')).flush()).rejects.toMatchObject({
    code: 'SQLITE_IOERR_FSYNC',
  });
});

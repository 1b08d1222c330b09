import { copyFileSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { systemClock } from '../../../src/kernel/clock.ts';
import { openStore } from '../../../src/store/create-store.ts';
import { openLog } from '../../../src/store/sqlite/open-log.ts';
import { claimOne } from '../../support/claim-one.ts';
import { held } from '../../support/held.ts';
import { makeMessage } from '../../support/make-event.ts';
import { testSettings } from '../../support/open-test-store.ts';

let folder: string;
let url: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'broken-log-'));
  url = join(folder, 'bot.db');
});

afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});

const start = (file = url) =>
  openStore({ url: file, clock: systemClock, defaults: testSettings(), exclusive: true });

/** The disk refuses the next flush, and takes every later one. */
async function refuseOnce(): Promise<void> {
  const file = await open(join(folder, 'any'), 'w');
  const methods: FileHandle = Object.getPrototypeOf(file);
  await file.close();
  vi.spyOn(methods, 'datasync').mockRejectedValueOnce(new Error('EIO: i/o error, fdatasync'));
}

it('after one flush that failed no later one is believed', async () => {
  writeFileSync(`${url}-wal`, '');
  await refuseOnce();
  const log = openLog(url);
  await expect(log.flush()).rejects.toMatchObject({ code: 'SQLITE_IOERR_FSYNC' });
  await expect(log.flush()).rejects.toThrow('EIO');
  expect(String(await log.broken)).toContain('EIO');
  await log.close();
});

it('a disk that refuses a claim breaks the store; the next start takes over what nobody holds', async () => {
  const store = await start();
  const { inbox, records } = store.repos;
  await inbox.append(makeMessage());
  await refuseOnce();
  await expect(claimOne(inbox)).rejects.toThrow('brought to the disk');
  await expect(records.setValue('k', 'v')).rejects.toThrow('brought to the disk');
  expect(String(await store.broken)).toContain('EIO');
  await store.close();
  const again = await start();
  expect(held(await claimOne(again.repos.inbox)).attempt).toBe(2);
  await again.close();
});

it('an event that could not be stored for the disk breaks the store as well', async () => {
  const store = await start();
  await store.repos.records.setValue('k', 'v');
  const beside = new Database(url);
  beside.exec(`create trigger refused before insert on inbox
    begin select raise(rollback, 'disk I/O error'); end`);
  beside.close();
  await refuseOnce();
  await expect(store.repos.inbox.append(makeMessage())).rejects.toThrow('brought to the disk');
  expect(String(await store.broken)).toContain('EIO');
  await store.close();
});

it('a start takes what the log holds into the database, before anything is added to the log', async () => {
  const store = await start();
  await store.repos.records.setValue('k', 'v');
  // As a process that has ended leaves it.
  const left = join(folder, 'left.db');
  for (const suffix of ['', '-wal']) copyFileSync(`${url}${suffix}`, `${left}${suffix}`);
  await store.close();
  expect(statSync(`${left}-wal`).size).toBeGreaterThan(0);
  const again = await start(left);
  expect(statSync(`${left}-wal`).size).toBe(0);
  expect(await again.repos.records.value('k')).toBe('v');
  await again.close();
});

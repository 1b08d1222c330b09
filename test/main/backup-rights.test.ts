import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { createMovableClock, fromStamp } from '../../src/kernel/clock.ts';
import { openStore } from '../../src/store/create-store.ts';
import { writeBackup } from '../../src/store/sqlite/backup/write-backup.ts';
import { makeTestFolder, testSettings } from '../support/open-test-store.ts';
import { startOffice } from '../support/start-office.ts';

it('a backup can be read by its owner alone', async () => {
  const folder = makeTestFolder();
  const database = join(folder, 'bot.db');
  const clock = createMovableClock(fromStamp('2026-11-16T01:00:00.000Z'));
  await (await openStore({ url: database, clock, defaults: testSettings(), exclusive: true })).close();
  const target = join(folder, 'backup.db');

  await writeBackup({ database, target, blobs: noBlobs() });

  expect(statSync(target).mode & 0o777).toBe(0o600);
});

it('no secret of the program gets into what it stores', async () => {
  const office = await startOffice();
  onTestFinished(() => office.stop());
  await office.ask('规划科通讯员', '/报送 开展巡查｜11月16日，县局开展巡查。');
  await office.settled();
  const target = join(makeTestFolder(), 'backup.db');

  await writeBackup({ database: office.databaseUrl, target, blobs: noBlobs() });

  const bytes = readFileSync(target);
  const { appSecret, encryptKey, verificationToken } = office.sandbox.app;
  expect(bytes.includes('县局开展巡查')).toBe(true);
  for (const secret of [appSecret, encryptKey, verificationToken]) expect(bytes.includes(secret)).toBe(false);
});

async function* noBlobs(): AsyncGenerator<never> {
  // Nothing was kept.
}

import { statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createMovableClock, fromStamp } from '../../src/kernel/clock.ts';
import { openStore } from '../../src/store/create-store.ts';
import { writeBackup } from '../../src/store/sqlite/backup/write-backup.ts';
import { makeTestFolder, testSettings } from '../support/open-test-store.ts';

it('a backup can be read by its owner alone', async () => {
  const folder = makeTestFolder();
  const database = join(folder, 'bot.db');
  const clock = createMovableClock(fromStamp('2026-11-16T01:00:00.000Z'));
  await (await openStore({ url: database, clock, defaults: testSettings(), exclusive: true })).close();
  const target = join(folder, 'backup.db');

  await writeBackup({ database, target, blobs: noBlobs() });

  expect(statSync(target).mode & 0o777).toBe(0o600);
});

async function* noBlobs(): AsyncGenerator<never> {
  // Nothing was kept.
}

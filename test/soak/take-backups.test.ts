import { writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { Run } from '../../soak/backup/run-program.ts';
import { createBackups } from '../../soak/backup/take-backups.ts';
import { systemClock, toStamp } from '../../src/kernel/clock.ts';
import { makeTestFolder } from '../support/open-test-store.ts';

/** Takes one backup with this in the place of the bot's command line. */
async function takeBy(run: (file: string) => Run) {
  const backups = createBackups({
    ...{ folder: makeTestFolder(), database: 'bot.db' },
    run: async ([, file = '']) => run(file),
  });
  backups.begin();
  return backups.collect();
}

it('a backup goes by the point that the command states', async () => {
  const before = performance.now();
  const [taken] = await takeBy(() => {
    const out = `wrote\neverything stored before ${toStamp(systemClock.now())} is in it\n`;
    return { code: 0, out, err: '' };
  });
  // The point is told in whole milliseconds.
  expect(taken?.point).toBeGreaterThan(before - 2);
  expect(taken?.point).toBeLessThan(performance.now() + 2);
});

it.each([
  ['fails and leaves a file', 1, 'everything stored before 2026-11-16T01:00:00.000Z is in it\n'],
  ['does not say up to when it is', 0, 'wrote\n'],
])('a backup counts as failed when the command %s', async (_, code, out) => {
  const taken = await takeBy((file) => {
    writeFileSync(file, 'half');
    return { code, out, err: '' };
  });
  expect(taken).toEqual([undefined]);
});

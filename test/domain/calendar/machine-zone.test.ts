import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';

/** Everything that turns an instant or a date into a day, a week, a month or a round. */
const RULES_OF_TIME = [
  'test/domain/calendar/work-calendar.test.ts',
  'test/domain/period',
  'test/domain/reminder',
];

/** A process of its own for each zone: a library may look at the machine's zone when it is loaded. */
function runIn(zone: string): { readonly passed: boolean; readonly output: string } {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['node_modules/vitest/vitest.mjs', 'run', '--reporter=dot', '--maxWorkers=1', ...RULES_OF_TIME],
    { env: { ...process.env, TZ: zone }, encoding: 'utf8' },
  );
  return { passed: status === 0, output: stdout + stderr };
}

describe.each(['UTC', 'Asia/Shanghai', 'America/New_York'])('a machine in %s', (zone) => {
  it('keeps the same working days, weeks, months and rounds', { timeout: 60_000 }, () => {
    const run = runIn(zone);
    expect(run.passed, run.output).toBe(true);
  });
});

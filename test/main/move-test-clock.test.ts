import { expect, it } from 'vitest';
import { createMovableClock, fromStamp, toStamp } from '../../src/kernel/clock.ts';
import { moveTestClock } from '../../src/main/move-test-clock.ts';

const START = '2026-11-20T02:00:00.000Z';

function open() {
  const clock = createMovableClock(fromStamp(START));
  const runs: string[] = [];
  const move = moveTestClock(clock, {
    runSchedules: async () => void runs.push(toStamp(clock.now()).slice(0, 16)),
    wake: () => undefined,
  });
  return { clock, runs, move };
}

it('runs what is due at the new time', async () => {
  const { move, runs } = open();

  await move('2026-11-20T15:30:00+08:00');

  expect(runs).toEqual(['2026-11-20T07:30']);
});

it('takes a repeat that was overtaken by time for what it is, and stays where it was', async () => {
  const { move, runs, clock } = open();
  await move('2026-11-20T15:30:05+08:00');

  await move('2026-11-20T15:30:00+08:00');

  expect(runs).toEqual(['2026-11-20T07:30', '2026-11-20T07:30']);
  expect(clock.now().epochMilliseconds).toBeGreaterThanOrEqual(
    fromStamp('2026-11-20T07:30:05Z').epochMilliseconds,
  );
});

it('refuses a step back', async () => {
  const { move, runs } = open();

  await expect(move('2026-11-20T09:59:00+08:00')).rejects.toThrow(RangeError);
  expect(runs).toEqual([]);
});

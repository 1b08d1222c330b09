import { expect, it } from 'vitest';
import { createLog } from '../../../sandbox/world/log.ts';

const numbers = (to: number) => Array.from({ length: to }, (_, index) => index + 1);

it('keeps everything unless it is told how much', () => {
  const log = createLog<number>();
  for (const number of numbers(1000)) log.add(number);

  expect(log.entries).toEqual(numbers(1000));
});

it('keeps the newest, at least as many as it was told and at most twice as many', () => {
  const log = createLog<number>(10);
  for (const number of numbers(10)) log.add(number);
  expect(log.entries).toEqual(numbers(10));

  for (const number of numbers(1000)) {
    log.add(number);
    expect(log.entries.at(-1)).toBe(number);
    expect(log.entries.length).toBeGreaterThanOrEqual(10);
    expect(log.entries.length).toBeLessThanOrEqual(20);
  }
  expect(log.count).toBe(1010);
});

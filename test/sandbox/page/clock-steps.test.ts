import { describe, expect, it } from 'vitest';
import { clockSteps, presetTarget } from '../../../sandbox/page/clock-steps.ts';
import { dateOf, fromStamp, type Instant, timeOf } from '../../../src/kernel/clock.ts';

const at = (wallClock: string) => fromStamp(`${wallClock}:00+08:00`);
const wall = (instant: Instant) => `${dateOf(instant).toString()}T${timeOf(instant)}`;

describe('presetTarget', () => {
  it.each([
    { preset: 'hour', now: '2026-11-18T23:30', end: '2026-11-19T00:30' },
    { preset: 'friday', now: '2026-11-18T14:00', end: '2026-11-20T10:00' },
    { preset: 'friday', now: '2026-11-20T09:59', end: '2026-11-20T10:00' },
    { preset: 'friday', now: '2026-11-20T10:00', end: '2026-11-27T10:00' },
    { preset: 'friday', now: '2026-11-21T08:00', end: '2026-11-27T10:00' },
    { preset: 'friday', now: '2026-11-22T08:00', end: '2026-11-27T10:00' },
    { preset: 'month', now: '2026-11-18T14:00', end: '2026-12-01T09:00' },
    { preset: 'month', now: '2026-12-31T14:00', end: '2027-01-01T09:00' },
  ] as const)('$preset from $now is $end', ({ preset, now, end }) => {
    expect(wall(presetTarget(preset, at(now)))).toBe(end);
  });
});

describe('clockSteps', () => {
  it('stops where a bot has something to do, and at the end', () => {
    expect(clockSteps(at('2026-11-19T15:30'), at('2026-11-20T10:00')).map(wall)).toEqual([
      '2026-11-19T18:00',
      '2026-11-19T18:30',
      '2026-11-20T08:30',
      '2026-11-20T10:00',
    ]);
  });

  it('goes straight to an end without a stop before it', () => {
    expect(clockSteps(at('2026-11-19T10:10'), at('2026-11-19T10:20')).map(wall)).toEqual([
      '2026-11-19T10:20',
    ]);
  });
});

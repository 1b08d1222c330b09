import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { createWorkCalendar } from '../../../src/domain/calendar/work-calendar.ts';
import {
  isWorkingMoment,
  nextWorkingMoment,
  workingWindow,
} from '../../../src/domain/calendar/working-hours.ts';

const calendar = createWorkCalendar();
const hours = { from: '08:30', to: '17:30' };
const at = (local: string) => Temporal.PlainDateTime.from(local).toZonedDateTime('Asia/Shanghai').toInstant();
const told = (instant: Temporal.Instant) =>
  instant.toZonedDateTimeISO('Asia/Shanghai').toPlainDateTime().toString({ smallestUnit: 'minute' });

describe('the next working moment', () => {
  it.each([
    ['2026-11-18T10:07', '2026-11-18T10:07'],
    ['2026-11-18T08:30', '2026-11-18T08:30'],
    ['2026-11-18T07:00', '2026-11-18T08:30'],
    ['2026-11-18T17:30', '2026-11-19T08:30'],
    ['2026-11-20T18:00', '2026-11-23T08:30'],
    ['2026-11-22T07:00', '2026-11-23T08:30'],
    ['2026-10-10T09:00', '2026-10-10T09:00'],
    ['2026-09-30T18:00', '2026-10-08T08:30'],
    ['2026-12-31T20:00', '2027-01-04T08:30'],
  ])('at %s is %s', (now, next) => {
    expect(told(nextWorkingMoment(at(now), calendar, hours))).toBe(next);
  });
});

describe('a working window', () => {
  it.each([
    ['2026-11-18T10:07', '2026-11-18T10:07', '2026-11-18T17:30'],
    ['2026-11-20T18:00', '2026-11-23T08:30', '2026-11-23T17:30'],
  ])('at %s runs from %s to %s', (now, from, to) => {
    const window = workingWindow(at(now), calendar, hours);
    expect([told(window.from), told(window.to)]).toEqual([from, to]);
  });

  it('is never empty, and working time from its first to its last minute', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 800 * 24 * 60 }), (minutes) => {
        const now = at('2026-01-01T00:00').add({ minutes });
        const { from, to } = workingWindow(now, calendar, hours);
        expect(Temporal.Instant.compare(from, now)).toBeGreaterThanOrEqual(0);
        expect(isWorkingMoment(from, calendar, hours)).toBe(true);
        expect(isWorkingMoment(to.subtract({ seconds: 1 }), calendar, hours)).toBe(true);
        expect(isWorkingMoment(to, calendar, hours)).toBe(false);
        expect(told(from).slice(0, 10)).toBe(told(to).slice(0, 10));
      }),
    );
  });
});

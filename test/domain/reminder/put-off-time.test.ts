import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, it } from 'vitest';
import { createWorkCalendar } from '../../../src/domain/calendar/work-calendar.ts';
import { isWorkingMoment } from '../../../src/domain/calendar/working-hours.ts';
import { PUT_OFF_WISHES, type PutOffWish, putOffTime } from '../../../src/domain/reminder/put-off-time.ts';

const calendar = createWorkCalendar();
const workingHours = { from: '08:30', to: '17:30' };
const at = (local: string) => Temporal.PlainDateTime.from(local).toZonedDateTime('Asia/Shanghai').toInstant();
const told = (instant: Temporal.Instant | undefined) =>
  instant?.toZonedDateTimeISO('Asia/Shanghai').toPlainDateTime().toString({ smallestUnit: 'minute' });

it.each<[PutOffWish, string, string | undefined]>([
  ['afternoon', '2026-11-20T10:05', '2026-11-20T14:00'],
  ['afternoon', '2026-11-20T15:31', '2026-11-20T16:31'],
  ['afternoon', '2026-11-20T16:40', '2026-11-20T17:15'],
  ['afternoon', '2026-11-20T17:01', undefined],
  ['hour', '2026-11-20T10:05', '2026-11-20T11:05'],
  ['hour', '2026-11-20T06:00', '2026-11-20T08:30'],
  ['hour', '2026-11-20T19:00', undefined],
  ['hour', '2026-11-21T10:00', undefined],
  ['hour', '2026-10-10T10:00', '2026-10-10T11:00'],
])('%s, asked for at %s, is %s', (wish, now, expected) => {
  expect(told(putOffTime({ now: at(now), wish, calendar, workingHours }))).toBe(expected);
});

it('is never on another day, outside working hours or in the past', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 700 * 24 * 60 }),
      fc.constantFrom(...PUT_OFF_WISHES),
      (minutes, wish) => {
        const now = at('2026-01-01T00:00').add({ minutes });
        const then = putOffTime({ now, wish, calendar, workingHours });
        if (then === undefined) return;
        expect(isWorkingMoment(then, calendar, workingHours)).toBe(true);
        expect(told(then)?.slice(0, 10)).toBe(told(now)?.slice(0, 10));
        expect(Temporal.Instant.compare(then, now)).toBeGreaterThan(0);
      },
    ),
  );
});

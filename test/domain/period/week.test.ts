import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { createWorkCalendar } from '../../../src/domain/calendar/work-calendar.ts';
import { addMonths } from '../../../src/domain/period/month.ts';
import {
  addWeeks,
  compareWeeks,
  describeDay,
  describeWeek,
  dutyDay,
  isWeek,
  monthOfWeek,
  weekDays,
  weekOf,
  weeksBetween,
  weeksOfMonth,
} from '../../../src/domain/period/week.ts';

const date = Temporal.PlainDate.from;
const calendar = createWorkCalendar();
const anyDate = fc.integer({ min: 0, max: 365 * 120 }).map((days) => date('1980-01-01').add({ days }));
/** The 53 weeks that have a day in 2026. */
const weeksTouching2026 = Array.from({ length: 53 }, (_, index) => addWeeks('2026-W01', index));

describe('weekOf', () => {
  it.each([
    ['2026-11-18', '2026-W47'],
    ['2026-11-22', '2026-W47'],
    ['2026-11-23', '2026-W48'],
    ['2025-12-29', '2026-W01'],
    ['2027-01-03', '2026-W53'],
    ['2027-01-04', '2027-W01'],
    ['2021-01-03', '2020-W53'],
  ])('%s lies in %s', (day, week) => {
    expect(weekOf(date(day))).toBe(week);
  });

  it('puts every date into exactly one week, which holds it', () => {
    fc.assert(
      fc.property(anyDate, (day) => {
        const { monday, sunday } = weekDays(weekOf(day));
        expect(monday.dayOfWeek).toBe(1);
        expect(monday.until(sunday).days).toBe(6);
        expect(Temporal.PlainDate.compare(monday, day)).toBeLessThanOrEqual(0);
        expect(Temporal.PlainDate.compare(day, sunday)).toBeLessThanOrEqual(0);
        expect(weekOf(sunday.add({ days: 1 }))).toBe(addWeeks(weekOf(day), 1));
      }),
    );
  });
});

describe('weeks as text', () => {
  it('sort as they follow one another', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -200, max: 200 }), (day, count) => {
        const week = weekOf(day);
        const other = addWeeks(week, count);
        expect(weeksBetween(week, other)).toBe(count);
        expect(Math.sign(compareWeeks(other, week))).toBe(Math.sign(count));
        expect(other > week).toBe(count > 0);
      }),
    );
  });

  it.each([
    ['2026-W53', true],
    ['2025-W53', false],
    ['2026-W00', false],
    ['2026-W1', false],
    ['2026-11', false],
    ['', false],
  ])('%s exists: %s', (week, exists) => {
    expect(isWeek(week)).toBe(exists);
    if (!exists) expect(() => weekDays(week)).toThrow(RangeError);
  });

  it.each([
    ['2026-W47', '11月16日—11月22日'],
    ['2026-W01', '12月29日—1月4日'],
  ])('%s is told as %s', (week, words) => {
    expect(describeWeek(week)).toBe(words);
  });

  it('has days that are told with their weekday', () => {
    expect(describeDay(Temporal.PlainDate.from('2026-09-30'))).toBe('9月30日（周三）');
    expect(describeDay(Temporal.PlainDate.from('2026-11-22'))).toBe('11月22日（周日）');
  });
});

describe('dutyDay', () => {
  it.each<[string, string | undefined, string]>([
    ['2025-12-29', '2025-12-31', 'New Year'],
    ['2026-02-16', undefined, 'Spring Festival fills the week'],
    ['2026-04-27', '2026-04-30', 'Labour Day'],
    ['2026-06-15', '2026-06-18', 'Dragon Boat Festival'],
    ['2026-09-21', '2026-09-24', 'Mid-Autumn Festival'],
    ['2026-09-28', '2026-09-30', 'National Day'],
    ['2026-02-09', '2026-02-13', 'the make-up Saturday 02-14 does not move it'],
    ['2026-02-23', '2026-02-27', 'the make-up Saturday 02-28 does not move it'],
    ['2026-05-04', '2026-05-08', 'the make-up Saturday 05-09 does not move it'],
    ['2026-09-14', '2026-09-18', 'the make-up Sunday 09-20 does not move it'],
    ['2026-10-05', '2026-10-09', 'the make-up Saturday 10-10 does not move it'],
    ['2026-11-16', '2026-11-20', 'an ordinary week'],
  ])('of the week of %s is %s: %s', (monday, day) => {
    expect(dutyDay(weekOf(date(monday)), calendar)?.toString()).toBe(day);
  });

  it('is Friday in all but seven weeks of 2026', () => {
    const others = weeksTouching2026.filter((week) => dutyDay(week, calendar)?.dayOfWeek !== 5);
    // 2026-W53 ends on 2027-01-01, off in every year.
    const mondays = [
      '2025-12-29',
      '2026-02-16',
      '2026-04-27',
      '2026-06-15',
      '2026-09-21',
      '2026-09-28',
      '2026-12-28',
    ];
    expect(others).toEqual(mondays.map((monday) => weekOf(date(monday))));
  });

  it('is the Thursday before an unknown New Year', () => {
    expect(dutyDay('2026-W53', calendar)?.toString()).toBe('2026-12-31');
  });

  it.each<[string, number, string | undefined, string]>([
    ['2026-11-16', 4, '2026-11-19', 'Thursday, and Friday is worked'],
    ['2026-09-21', 4, '2026-09-24', 'the Friday off changes nothing'],
    ['2026-04-27', 3, '2026-04-29', 'Wednesday before Labour Day'],
    ['2026-09-28', 4, '2026-09-30', 'Thursday is off: the day before'],
    ['2026-10-05', 3, undefined, 'only Thursday and Friday are worked'],
    ['2026-02-09', 1, '2026-02-09', 'Monday'],
  ])('of the week of %s, wanted on weekday %i, is %s: %s', (monday, weekday, day) => {
    expect(dutyDay(weekOf(date(monday)), createWorkCalendar({}, weekday))?.toString()).toBe(day);
  });

  it('follows an admin who moves a day', () => {
    const moved = createWorkCalendar({ '2026-11-20': 'off', '2026-11-21': 'workday' });
    expect(dutyDay('2026-W47', moved)?.toString()).toBe('2026-11-19');
  });
});

describe('the month of a week', () => {
  it('is that of its duty day', () => {
    expect(monthOfWeek('2026-W01', calendar)).toBe('2025-12');
    expect(monthOfWeek('2026-W40', calendar)).toBe('2026-09');
    expect(monthOfWeek('2026-W08', calendar)).toBeUndefined();
  });

  it('has to be told for 12 of the 53 weeks touching 2026, which cross a month', () => {
    expect(weeksTouching2026.at(0)).toBe('2026-W01');
    expect(weekDays(weeksTouching2026.at(-1) ?? '').sunday.toString()).toBe('2027-01-03');
    const crossing = weeksTouching2026.filter((week) => {
      const { monday, sunday } = weekDays(week);
      return monday.month !== sunday.month;
    });
    expect(crossing).toHaveLength(12);
  });

  it.each([
    ['2026-01', ['2026-W02', '2026-W03', '2026-W04', '2026-W05']],
    ['2026-02', ['2026-W06', '2026-W07', '2026-W09']],
    ['2026-04', ['2026-W14', '2026-W15', '2026-W16', '2026-W17', '2026-W18']],
    ['2026-09', ['2026-W36', '2026-W37', '2026-W38', '2026-W39', '2026-W40']],
    ['2026-10', ['2026-W41', '2026-W42', '2026-W43', '2026-W44']],
    ['2026-11', ['2026-W45', '2026-W46', '2026-W47', '2026-W48']],
  ])('%s owes %j', (month, weeks) => {
    expect(weeksOfMonth(month, calendar)).toEqual(weeks);
  });

  it('partitions the owed weeks of 2026', () => {
    const months = Array.from({ length: 14 }, (_, index) => addMonths('2025-12', index));
    const owed = months.flatMap((month) => weeksOfMonth(month, calendar));
    const expected = weeksTouching2026.filter((week) => week !== '2026-W08');
    expect(owed.filter((week) => week.startsWith('2026'))).toEqual(expected);
    expect(new Set(owed).size).toBe(owed.length);
  });

  it('gives every owed week to exactly the month it names', () => {
    fc.assert(
      fc.property(anyDate, (day) => {
        const week = weekOf(day);
        const month = monthOfWeek(week, calendar);
        if (month === undefined) return;
        const holders = [-1, 0, 1].filter((n) => weeksOfMonth(addMonths(month, n), calendar).includes(week));
        expect(holders).toEqual([0]);
      }),
    );
  });
});

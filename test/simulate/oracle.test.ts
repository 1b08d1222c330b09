import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  dayNumber,
  dayText,
  minutesLater,
  mondayOf,
  weekdayOf,
  weekName,
} from '../../simulate/oracle/day-number.ts';
import { dutyDayOf, isWorkingDay } from '../../simulate/oracle/duty-days.ts';
import { OFFICIAL_DAYS } from '../../simulate/oracle/official-days.ts';
import { listFiles } from '../../tools/house/list-files.ts';
import { listImports } from '../../tools/house/list-imports.ts';
import { parseSource } from '../../tools/house/source-file.ts';

const dutyDay = (monday: string, latestWeekday = 5) => {
  const day = dutyDayOf(dayNumber(monday), { latestWeekday, own: {} });
  return day === undefined ? 'none' : dayText(day);
};

describe('the oracle', () => {
  it('shares nothing with the program that it judges', () => {
    const files = listFiles('.', 'simulate').filter((path) => /^simulate\/(oracle|plan)\//.test(path));
    const imports = files.flatMap((path) =>
      listImports(parseSource(path, readFileSync(path, 'utf8'))).map(({ specifier = '' }) => specifier),
    );

    expect(files.length).toBeGreaterThan(10);
    expect(
      imports.filter(
        (one) => !/^(\.\/|\.\.\/(oracle|plan|reminder)|\.\.\/\.\.\/sandbox\/world\/random-source)/.test(one),
      ),
    ).toEqual([]);
  });

  it('counts days as the calendar does', () => {
    const days = fc.integer({ min: 0, max: 40_000 });
    fc.assert(
      fc.property(days, (number) => {
        const date = new Date(number * 86_400_000);
        expect(dayText(number)).toBe(date.toISOString().slice(0, 10));
        expect(dayNumber(dayText(number))).toBe(number);
        expect(weekdayOf(number) % 7).toBe(date.getUTCDay());
      }),
    );
  });

  it.each([
    ['2024-12-30', '2025-W01'],
    ['2026-11-16', '2026-W47'],
    ['2026-12-28', '2026-W53'],
    ['2027-01-04', '2027-W01'],
  ])('calls the week of %s %s', (day, week) => {
    expect(weekName(mondayOf(dayNumber(day)))).toBe(week);
  });

  it.each([
    ['2025-12-29', '2025-12-31'],
    ['2026-02-16', 'none'],
    ['2026-04-27', '2026-04-30'],
    ['2026-06-15', '2026-06-18'],
    ['2026-09-21', '2026-09-24'],
    ['2026-09-28', '2026-09-30'],
    ['2026-11-16', '2026-11-20'],
    ['2026-12-28', '2026-12-31'],
  ])('has the week of %s due on %s', (monday, due) => {
    expect(dutyDay(monday)).toBe(due);
  });

  it('has nobody work on a day off, and has make-up days on weekends alone', () => {
    for (const { off, worked } of Object.values(OFFICIAL_DAYS)) {
      expect(off.every(([from, to]) => from <= to && !isWorkingDay(dayNumber(from), {}))).toBe(true);
      expect(worked.every((day) => weekdayOf(dayNumber(day)) > 5 && isWorkingDay(dayNumber(day), {}))).toBe(
        true,
      );
    }
  });

  it('carries minutes over midnight', () => {
    expect(minutesLater('2026-12-31T23:30', 45)).toBe('2027-01-01T00:15');
  });
});

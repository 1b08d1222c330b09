import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { createWorkCalendar } from '../../../src/domain/calendar/work-calendar.ts';

const date = Temporal.PlainDate.from;

function daysOf(year: number): Temporal.PlainDate[] {
  const first = new Temporal.PlainDate(year, 1, 1);
  return Array.from({ length: first.daysInYear }, (_, days) => first.add({ days }));
}

const calendar = createWorkCalendar();

describe('the plan', () => {
  it('knows the Fridays off of 2026', () => {
    const off = daysOf(2026).filter((day) => day.dayOfWeek === 5 && !calendar.isWorkday(day));
    expect(off.map(String)).toEqual([
      '2026-01-02',
      '2026-02-20',
      '2026-05-01',
      '2026-06-19',
      '2026-09-25',
      '2026-10-02',
    ]);
  });

  it('knows the make-up days of 2026', () => {
    const madeUp = daysOf(2026).filter((day) => calendar.kindOf(day) === 'make-up');
    expect(madeUp.map(String)).toEqual([
      '2026-01-04',
      '2026-02-14',
      '2026-02-28',
      '2026-05-09',
      '2026-09-20',
      '2026-10-10',
    ]);
    expect(madeUp.every((day) => calendar.isWorkday(day))).toBe(true);
  });

  it('counts 33 days off by the plan and 248 working days in 2026', () => {
    expect(daysOf(2026).filter((day) => calendar.kindOf(day) === 'off')).toHaveLength(33);
    expect(daysOf(2026).filter((day) => calendar.isWorkday(day))).toHaveLength(248);
  });

  it('takes 2027 for unknown: Monday to Friday minus the fixed holidays', () => {
    const off = daysOf(2027).filter((day) => calendar.kindOf(day) === 'off');
    expect(off.map((day) => day.toString().slice(5))).toEqual(['01-01', '05-01', '10-01', '10-02', '10-03']);
    expect(calendar.isWorkday(date('2027-01-04'))).toBe(true);
    expect(calendar.kindOf(date('2027-01-02'))).toBe('weekend');
  });
});

describe('known years', () => {
  it.each([2003, 2027, 2100])('%i has no plan', (year) => {
    expect(calendar.isKnownYear(year)).toBe(false);
  });

  it.each([2004, 2025, 2026])('%i has one', (year) => {
    expect(calendar.isKnownYear(year)).toBe(true);
  });

  it('an imported plan makes a year known, a single changed day does not', () => {
    expect(createWorkCalendar({ '2027-02-05': 'off' }).isKnownYear(2027)).toBe(false);
    const imported = createWorkCalendar({ '2027-02-05': 'off', '2027-10-01': 'off' });
    expect(imported.isKnownYear(2027)).toBe(true);
    expect(imported.isWorkday(date('2027-02-05'))).toBe(false);
  });
});

describe('overrides', () => {
  const changed = createWorkCalendar({
    '2026-11-18': 'off',
    '2026-11-21': 'workday',
    '2026-10-01': 'workday',
  });

  it.each([
    ['2026-11-18', 'off', false],
    ['2026-11-19', 'workday', true],
    ['2026-11-21', 'make-up', true],
    ['2026-11-22', 'weekend', false],
    ['2026-10-01', 'workday', true],
  ] as const)('%s is %s', (day, kind, works) => {
    expect(changed.kindOf(date(day))).toBe(kind);
    expect(changed.isWorkday(date(day))).toBe(works);
  });

  it('stay in their own calendar', () => {
    expect(calendar.isWorkday(date('2026-11-18'))).toBe(true);
  });
});

describe('nextWorkday', () => {
  it.each([
    ['an ordinary day', '2026-11-18', '2026-11-19'],
    ['a Friday', '2026-11-20', '2026-11-23'],
    ['the eve of National Day', '2026-09-30', '2026-10-08'],
    ['the eve of Spring Festival, made up on a Saturday', '2026-02-13', '2026-02-14'],
    ['the end of a known year', '2026-12-31', '2027-01-04'],
  ])('after %s', (_, after, next) => {
    expect(calendar.nextWorkday(date(after)).toString()).toBe(next);
  });

  it('is the first working day after, whatever the day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 366 * 25 }), (days) => {
        const day = date('2004-01-01').add({ days });
        const next = calendar.nextWorkday(day);
        expect(Temporal.PlainDate.compare(next, day)).toBe(1);
        expect(calendar.isWorkday(next)).toBe(true);
        for (let between = day.add({ days: 1 }); !between.equals(next); between = between.add({ days: 1 })) {
          expect(calendar.isWorkday(between)).toBe(false);
        }
      }),
    );
  });
});

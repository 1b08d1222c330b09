import { Temporal } from 'temporal-polyfill';
import { type PlainDate, parseDay } from '../../kernel/clock.ts';
import type { WorkCalendar } from '../calendar/work-calendar.ts';
import { describeDay } from '../period/week.ts';

/**
 * When a theme is on, every year. `days`: from one `MM-DD` to another, both in; `month`: all of it; `nth`: some days from
 * the month's nth such weekday on (1 Monday to 7 Sunday; -1 is the last one).
 */
export type ThemeRule =
  | { readonly kind: 'days'; readonly from: string; readonly to: string }
  | { readonly kind: 'month'; readonly month: number }
  | {
      readonly kind: 'nth';
      readonly month: number;
      readonly number: number;
      readonly weekday: number;
      readonly days: number;
    };

/** A day, week or month with a theme that publicity goes by, e.g. 世界地球日. */
export interface Theme {
  readonly name: string;
  readonly rule: ThemeRule;
  /** Who hears of it beforehand. */
  readonly tell: 'group' | 'lead';
  /** How many working days before it begins. */
  readonly headsUp: number;
}

/** A theme in one year; both days are in. */
export interface ThemeOccurrence {
  readonly theme: Theme;
  readonly first: PlainDate;
  readonly last: PlainDate;
}

export interface ThemeCalendar {
  /** What is on at some day from `from` to `to`, by first day. */
  between(from: PlainDate, to: PlainDate): readonly ThemeOccurrence[];
}

/** The themes' days of each year are worked out once: schedules ask for every group. */
export function createThemeCalendar(themes: readonly Theme[] = []): ThemeCalendar {
  const years = new Map<number, readonly ThemeOccurrence[]>();

  function ofYear(year: number): readonly ThemeOccurrence[] {
    const known = years.get(year);
    if (known !== undefined) return known;
    const found = themes
      .map((theme) => ({ theme, ...placeIn(year, theme.rule) }))
      .sort((left, right) => compare(left.first, right.first) || compare(right.last, left.last));
    years.set(year, found);
    return found;
  }

  return {
    between: (from, to) =>
      Array.from({ length: to.year - from.year + 1 }, (_, index) => ofYear(from.year + index))
        .flat()
        .filter(({ first, last }) => compare(first, to) <= 0 && compare(last, from) >= 0),
  };
}

/** The day on which people should hear of it: that many working days before the first. */
export function headsUpDay({ theme, first }: ThemeOccurrence, calendar: WorkCalendar): PlainDate {
  let day = first;
  for (let left = theme.headsUp; left > 0; ) {
    day = day.subtract({ days: 1 });
    if (calendar.isWorkday(day)) left -= 1;
  }
  return day;
}

/** `4月22日（周三）`, `12月1日（周二）至12月7日（周一）`, `6月`. */
export function describeTheme({ theme, first, last }: ThemeOccurrence): string {
  if (theme.rule.kind === 'month') return `${first.month}月`;
  return first.equals(last) ? describeDay(first) : `${describeDay(first)}至${describeDay(last)}`;
}

function placeIn(year: number, rule: ThemeRule): { first: PlainDate; last: PlainDate } {
  if (rule.kind === 'days') {
    return { first: parseDay(`${year}-${rule.from}`), last: parseDay(`${year}-${rule.to}`) };
  }
  const start = new Temporal.PlainDate(year, rule.month, 1);
  if (rule.kind === 'month') return { first: start, last: start.with({ day: start.daysInMonth }) };
  const first = rule.number > 0 ? nthFrom(start, rule) : lastIn(start, rule.weekday);
  return { first, last: first.add({ days: rule.days - 1 }) };
}

function nthFrom(start: PlainDate, { number, weekday }: { number: number; weekday: number }): PlainDate {
  return start.add({ days: ((weekday - start.dayOfWeek + 7) % 7) + 7 * (number - 1) });
}

function lastIn(start: PlainDate, weekday: number): PlainDate {
  const end = start.with({ day: start.daysInMonth });
  return end.subtract({ days: (end.dayOfWeek - weekday + 7) % 7 });
}

function compare(left: PlainDate, right: PlainDate): number {
  return Temporal.PlainDate.compare(left, right);
}

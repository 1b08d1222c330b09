import { Temporal } from 'temporal-polyfill';
import type { PlainDate } from '../../kernel/clock.ts';
import { addMonths, describeMonth, firstDay, lastDay, monthOf } from './month.ts';
import { parseDate, parseMonth, parseWeek } from './parse-period.ts';
import { describeSpan, monthsOf, parseSpan } from './span.ts';
import { splitRange } from './split-range.ts';
import { weekDays } from './week.ts';

/** A time that a table is about. `first` and `last` are its days; `name` is how people call it. */
export type Period = {
  readonly name: string;
  readonly first: PlainDate;
  readonly last: PlainDate;
} & (
  | { readonly kind: 'months'; readonly months: readonly string[] }
  | { readonly kind: 'week'; readonly week: string }
  | { readonly kind: 'days' }
);

/** How a table of a period speaks of it. */
export type PeriodWord = '本月' | '本周' | '本期';

export function wordOf(period: Period): PeriodWord {
  if (period.kind === 'week') return '本周';
  return period.kind === 'months' && period.months.length === 1 ? '本月' : '本期';
}

/** A range that is longer than this is a slip of the finger. */
const MOST_MONTHS = 36;

/**
 * Reads a month, quarter or year, a week, or a range of days or months (`2026-09-01至2026-11-20`, `9月至11月`); undefined
 * when it is none. A range of whole months is these months, so that it has the figures of their reports. `today` is the
 * date in the product's zone.
 */
export function parsePeriod(text: string, today: PlainDate): Period | undefined {
  const span = parseSpan(text, today);
  if (span !== undefined) return monthsPeriod(monthsOf(span), describeSpan(span));
  const ends = splitRange(text.trim());
  if (ends !== undefined) return parseRange(ends, today);
  const week = parseWeek(text, today);
  return week === undefined ? undefined : weekPeriod(week);
}

export function weekPeriod(week: string): Period {
  const { monday, sunday } = weekDays(week);
  return { kind: 'week', week, first: monday, last: sunday, name: describeDays(monday, sunday) };
}

function parseRange([from, to]: readonly [string, string], today: PlainDate): Period | undefined {
  const first = parseEnd(from, today)?.first;
  const last = parseEnd(withYearOf(from, to), today)?.last;
  if (first === undefined || last === undefined || Temporal.PlainDate.compare(first, last) > 0)
    return undefined;
  const months = monthsBetween(monthOf(first), monthOf(last));
  if (months.length > MOST_MONTHS) return undefined;
  const isWhole = first.day === 1 && last.equals(lastDay(monthOf(last)));
  if (!isWhole) return { kind: 'days', first, last, name: describeDays(first, last) };
  return monthsPeriod(months, describeMonths(months));
}

/** `2026年9月至11月`: both ends are in that year. */
function withYearOf(from: string, to: string): string {
  const year = /^\d{4}年/.exec(from)?.[0];
  return year !== undefined && /^\d{1,2}月/.test(to) ? `${year}${to}` : to;
}

/** A day, or a month as its first and last. */
function parseEnd(text: string, today: PlainDate) {
  const month = parseMonth(text, today);
  if (month !== undefined) return { first: firstDay(month), last: lastDay(month) };
  const day = parseDate(text, today);
  return day.kind === 'ok' ? { first: day.date, last: day.date } : undefined;
}

function monthsPeriod(months: readonly string[], name: string): Period {
  const [first = '', last = first] = [months[0], months.at(-1)];
  return { kind: 'months', months, name, first: firstDay(first), last: lastDay(last) };
}

function monthsBetween(first: string, last: string): readonly string[] {
  const months = [first];
  for (let next = addMonths(first, 1); next <= last; next = addMonths(next, 1)) {
    months.push(next);
    if (months.length > MOST_MONTHS) break;
  }
  return months;
}

function describeMonths(months: readonly string[]): string {
  const [first = '', last = first] = [months[0], months.at(-1)];
  return first === last ? describeMonth(first) : `${describeMonth(first)}至${describeMonth(last)}`;
}

/** `2026年9月1日至2026年11月20日`. */
function describeDays(first: PlainDate, last: PlainDate): string {
  const write = ({ year, month, day }: PlainDate) => `${year}年${month}月${day}日`;
  return first.equals(last) ? write(first) : `${write(first)}至${write(last)}`;
}

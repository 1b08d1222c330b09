import { Temporal } from 'temporal-polyfill';
import type { PlainDate } from '../../kernel/clock.ts';
import { addMonths, describeMonth, firstDay, lastDay, monthOf } from './month.ts';
import { isYear, LONGEST_DATE } from './parse-date.ts';
import { parseMonth } from './parse-period.ts';

/*
 * A span is a month, a quarter or a year, written `2026-10`, `2026-Q3`, `2026`. Functions throw RangeError for one that
 * does not exist: people's words go through `parseSpan` first.
 */

const NUMERALS = ['一', '二', '三', '四'];

/** The months (`YYYY-MM`) of a span, in order. */
export function monthsOf(span: string): readonly string[] {
  const [, year, quarter] = /^(\d{4})(?:-Q([1-4]))?$/.exec(span) ?? [];
  if (year === undefined) return [monthOf(firstDay(span))];
  const first = quarter === undefined ? 1 : 3 * Number(quarter) - 2;
  const start = `${year}-${String(first).padStart(2, '0')}`;
  return Array.from({ length: quarter === undefined ? 12 : 3 }, (_, index) => addMonths(start, index));
}

/** The quarter a month lies in. */
export function quarterOf(month: string): string {
  const { year, month: number } = Temporal.PlainYearMonth.from(month);
  return `${String(year).padStart(4, '0')}-Q${Math.ceil(number / 3)}`;
}

export function spanDays(span: string): { readonly first: PlainDate; readonly last: PlainDate } {
  const months = monthsOf(span);
  return { first: firstDay(months[0] ?? span), last: lastDay(months.at(-1) ?? span) };
}

/** Whether a span begins only after the month of `today`. */
export function isAhead(span: string, today: PlainDate): boolean {
  return (monthsOf(span)[0] ?? '') > monthOf(today);
}

/** `2026年10月`, `2026年第三季度`, `2026年`. */
export function describeSpan(span: string): string {
  const [, year, quarter] = /^(\d{4})(?:-Q([1-4]))?$/.exec(span) ?? [];
  if (year === undefined) return describeMonth(span);
  return quarter === undefined
    ? `${Number(year)}年`
    : `${Number(year)}年第${NUMERALS[Number(quarter) - 1]}季度`;
}

/**
 * Reads a span as people write it: `10月`, `第三季度`, `2026-Q3`, `上季度`, `2026年`, `去年`; undefined when it is none. A
 * quarter without a year is the latest that has begun; `today` is the date in the product's zone.
 */
export function parseSpan(text: string, today: PlainDate): string | undefined {
  const typed = text.trim();
  const folded =
    typed.length > LONGEST_DATE ? '' : typed.normalize('NFKC').replace(/\s+/gu, '').toUpperCase();
  return parseMonth(folded, today) ?? parseQuarter(folded, today) ?? parseYear(folded, today);
}

function parseQuarter(folded: string, today: PlainDate): string | undefined {
  const current = quarterOf(monthOf(today));
  if (/^(本|这个?)季度?$/.test(folded)) return current;
  if (/^上个?季度?$/.test(folded)) return quarterOf(addMonths(monthOf(today), -3));
  const match = /^(?:(\d{4}|今年|去年)[年-]?)?(?:Q([1-4])|第?([一二三四1-4])季度?)$/.exec(folded);
  if (match === null) return undefined;
  const [, year, digit, numeral = ''] = match;
  const number = Number(digit ?? (NUMERALS.indexOf(numeral) + 1 || numeral));
  if (year !== undefined) {
    const named = readYear(year, today);
    return named === undefined ? undefined : `${named}-Q${number}`;
  }
  const thisYears = `${today.year}-Q${number}`;
  return thisYears <= current ? thisYears : `${today.year - 1}-Q${number}`;
}

function parseYear(folded: string, today: PlainDate): string | undefined {
  const year = readYear(/^(\d{4}|今年|去年|本年|上年)年?度?$/.exec(folded)?.[1] ?? '', today);
  return year === undefined ? undefined : String(year);
}

function readYear(word: string, today: PlainDate): number | undefined {
  if (word === '今年' || word === '本年') return today.year;
  if (word === '去年' || word === '上年') return today.year - 1;
  return /^\d{4}$/.test(word) && isYear(Number(word)) ? Number(word) : undefined;
}

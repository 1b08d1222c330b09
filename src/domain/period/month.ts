import { Temporal } from 'temporal-polyfill';
import type { PlainDate } from '../../kernel/clock.ts';

/* A month is written `YYYY-MM`: text order is time order. Functions throw RangeError for a month that does not exist. */

export function monthOf(date: PlainDate): string {
  return date.toPlainYearMonth().toString();
}

/** The month `count` months later (earlier when negative). */
export function addMonths(month: string, count: number): string {
  return Temporal.PlainYearMonth.from(month).add({ months: count }).toString();
}

export function firstDay(month: string): PlainDate {
  return Temporal.PlainYearMonth.from(month).toPlainDate({ day: 1 });
}

export function lastDay(month: string): PlainDate {
  const yearMonth = Temporal.PlainYearMonth.from(month);
  return yearMonth.toPlainDate({ day: yearMonth.daysInMonth });
}

/** `2026年10月`. */
export function describeMonth(month: string): string {
  const { year, month: number } = Temporal.PlainYearMonth.from(month);
  return `${year}年${number}月`;
}

import { Temporal } from 'temporal-polyfill';
import { dateOf, fromStamp, timeOf } from '../../kernel/clock.ts';
import { describeMonth } from '../period/month.ts';

export interface MonthWords {
  /** `2026年10月`. */
  readonly long: string;
  /** `10月`. */
  readonly short: string;
  /** `2026年10月1日至31日`. */
  readonly range: string;
}

/** How a month (`YYYY-MM`) is written in a report. */
export function writeMonth(month: string): MonthWords {
  const { month: number, daysInMonth } = Temporal.PlainYearMonth.from(month);
  const long = describeMonth(month);
  return { long, short: `${number}月`, range: `${long}1日至${daysInMonth}日` };
}

/** `2026-10-30` as `2026年10月30日`. */
export function writeDate(date: string): string {
  const { year, month, day } = Temporal.PlainDate.from(date);
  return `${year}年${month}月${day}日`;
}

/** An instant (ISO-8601) as `2026年10月30日18:00` in the product's zone. */
export function writeInstant(stamp: string): string {
  const instant = fromStamp(stamp);
  return `${writeDate(dateOf(instant).toString())}${timeOf(instant)}`;
}

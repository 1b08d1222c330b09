import { Temporal } from 'temporal-polyfill';
import type { PlainDate } from '../../kernel/clock.ts';
import { isYear } from '../period/parse-date.ts';

/*
 * Days as calendars name them: `10月1日（周四）至7日（周三）`, `2026年12月31日至2027年1月2日`, `2027-10-01至10-07`. Text is
 * folded first (`foldDays`), so that brackets, digits and dashes are the plain ones.
 */

const YEAR = String.raw`(?:(\d{4})\s?[年\-/.]\s?)?`;
const REMARK = String.raw`(?:\s?\(([^()]{0,20})\))?`;
const FIRST = String.raw`${YEAR}(\d{1,2})\s?[月\-/.]\s?(\d{1,2})(?:\s?[日号])?${REMARK}`;
const LAST = String.raw`${YEAR}(?:(\d{1,2})\s?[月\-/.]\s?)?(\d{1,2})(?:\s?[日号])?${REMARK}`;
/** Source of a pattern for one day or a range; its groups are what `readSpan` takes. */
export const SPAN = String.raw`${FIRST}(?:\s?(?:至|到|~|—|–|-)\s?${LAST})?`;

/** The pattern's groups are eight: year, month, day and remark of both ends. */
export const SPAN_GROUPS = 8;

/** A span of more days than this is a slip of the finger. */
const LONGEST = 31;

export type SpanAnswer =
  | { readonly ok: true; readonly days: readonly PlainDate[] }
  | { readonly ok: false; readonly problem: 'no-such-day' | 'wrong-weekday' | 'wrong-order' | 'too-long' };

export function foldDays(text: string): string {
  return text.normalize('NFKC').replace(/[〜～]/gu, '~');
}

/** The days from the groups of `SPAN`. `yearOf` gives the year of a day that is written without one. */
export function readSpan(
  groups: readonly (string | undefined)[],
  yearOf: (month: number, day: number) => number,
): SpanAnswer {
  const [year, month, day, remark, lastYear, lastMonth, lastDay, lastRemark] = groups;
  const first = dateAt(year, Number(month), Number(day), yearOf);
  if (first === undefined) return { ok: false, problem: 'no-such-day' };
  const inMonth = lastMonth === undefined ? first.month : Number(lastMonth);
  const last =
    lastDay === undefined
      ? first
      : dateAt(lastYear, inMonth, Number(lastDay), () => first.year + (inMonth < first.month ? 1 : 0));
  if (last === undefined) return { ok: false, problem: 'no-such-day' };
  if (contradicts(first, remark) || contradicts(last, lastRemark)) {
    return { ok: false, problem: 'wrong-weekday' };
  }
  const count = first.until(last).days + 1;
  if (count < 1) return { ok: false, problem: 'wrong-order' };
  if (count > LONGEST) return { ok: false, problem: 'too-long' };
  return { ok: true, days: Array.from({ length: count }, (_, days) => first.add({ days })) };
}

function dateAt(
  writtenYear: string | undefined,
  month: number,
  day: number,
  yearOf: (month: number, day: number) => number,
): PlainDate | undefined {
  const year = writtenYear === undefined ? yearOf(month, day) : Number(writtenYear);
  if (!isYear(year) || month < 1 || month > 12 || day < 1) return undefined;
  // Temporal takes 31 November for the 30th unless told otherwise.
  const date = Temporal.PlainDate.from({ year, month, day });
  return date.day === day ? date : undefined;
}

/** Whether a remark such as `农历除夕、周二` names another weekday than the day has. */
function contradicts(date: PlainDate, remark: string | undefined): boolean {
  const [, name] = /(?:周|星期|礼拜)([一二三四五六日天])/u.exec(remark ?? '') ?? [];
  if (name === undefined) return false;
  return '一二三四五六日'.indexOf(name === '天' ? '日' : name) + 1 !== date.dayOfWeek;
}

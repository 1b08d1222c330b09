import type { PlainDate } from '../../kernel/clock.ts';
import type { WorkCalendar } from '../calendar/work-calendar.ts';
import { parseMonth, parseWeek } from './parse-period.ts';
import { splitRange } from './split-range.ts';
import { addWeeks, weekOf, weeksBetween, weeksOfMonth } from './week.ts';

/** A span that is longer than this, in weeks, is a slip of the finger. */
const LONGEST_SPAN = 53;

/**
 * How far the reading of what bears no year is moved on. `parseDate` looks for what has happened, at most a month ahead;
 * plans lie ahead: this makes it the next hundred days back and nine months ahead.
 */
const DAYS_AHEAD = 230;

/** A day or week that has a number but no year: `12月28日`, `12/28`, `W52`, `第52周`, `12月`. */
const WITHOUT_YEAR = /^(?:\d{1,2}[月/.]\d{1,2}[日号]?|\d{1,2}月份?|W\d{1,2}|第\d{1,2}周)$/iu;

const NUMBERS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

/**
 * Reads weeks that are planned for: one (`2026-W47`, `本周`, any date), so many from this one on (`2周`), all that are owed
 * in a month (`12月`), or all from one to another (`11月16日至11月29日`, `W47-W49`). Every week that a span touches is in it.
 * Undefined when it is none of these. `today` is the date in the product's zone.
 */
export function parseWeeks(
  text: string,
  today: PlainDate,
  calendar: WorkCalendar,
): readonly string[] | undefined {
  const typed = text.trim().normalize('NFKC');
  const count = readCount(typed);
  if (count !== undefined) return weeksFrom(weekOf(today), count);
  const month = parseMonth(typed, referenceFor(typed, today));
  if (month !== undefined) return weeksOfMonth(month, calendar);
  const week = readWeek(typed, today);
  if (week !== undefined) return [week];
  const ends = splitRange(typed);
  return ends ? readSpan(...ends, today) : undefined;
}

function readSpan(first: string, last: string, today: PlainDate): readonly string[] | undefined {
  const from = readWeek(first, today);
  const to = readWeek(last, today);
  if (from === undefined || to === undefined) return undefined;
  const count = weeksBetween(from, to) + 1;
  return count < 1 || count > LONGEST_SPAN ? undefined : weeksFrom(from, count);
}

function readWeek(text: string, today: PlainDate): string | undefined {
  return parseWeek(text, referenceFor(text, today));
}

function referenceFor(text: string, today: PlainDate): PlainDate {
  return WITHOUT_YEAR.test(text.trim()) ? today.add({ days: DAYS_AHEAD }) : today;
}

/** `2周`, `两个周`. `第2周` is one week, and none of these. */
function readCount(text: string): number | undefined {
  const written = /^(\d{1,2}|[一二两三四五六七八九十])个?(?:周|星期)$/u.exec(text)?.[1];
  if (written === undefined) return undefined;
  const count = written === '两' ? 2 : NUMBERS.indexOf(written) + 1 || Number(written);
  return count >= 1 && count <= LONGEST_SPAN ? count : undefined;
}

function weeksFrom(first: string, count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => addWeeks(first, index));
}

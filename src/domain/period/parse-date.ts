import { Temporal } from 'temporal-polyfill';
import type { PlainDate } from '../../kernel/clock.ts';

/** `impossible`: clearly meant as a date, but no such day exists; `unknown`: not a date at all. */
type DateAnswer =
  | { readonly kind: 'ok'; readonly date: PlainDate }
  | { readonly kind: 'impossible' }
  | { readonly kind: 'unknown' };

/** How far ahead a day without a year may lie before last year is meant. */
export const FORESEEN_DAYS = 31;

// Maps, not objects: a message may be any word, `constructor` too.
const NAMED_DAYS: ReadonlyMap<string, number> = new Map([
  ['大前天', -3],
  ['前天', -2],
  ['前日', -2],
  ['昨天', -1],
  ['昨日', -1],
  ['今天', 0],
  ['今日', 0],
  ['明天', 1],
  ['明日', 1],
  ['后天', 2],
]);
/** Weeks counted from the current one. */
export const NAMED_WEEKS: ReadonlyMap<string, number> = new Map([
  ['上上', -2],
  ['上', -1],
  ['本', 0],
  ['这', 0],
  ['下', 1],
]);
const WEEKDAYS = '一二三四五六日';

/** Years outside these are slips of the finger, and some of them the calendar cannot count in. */
export function isYear(year: number): boolean {
  return year >= 2000 && year <= 2100;
}

/** What is longer than this, in UTF-16 units, is no date: it is not even looked at. */
export const LONGEST_DATE = 40;

const CLOCK_TIME = String.raw`\d{1,2}[:点时](?:\d{1,2}分?|半)?(?::\d{2})?`;
/** What people add to a date and a date does not need, outermost last. */
const TRAILERS = [
  new RegExp(String.raw`\s*(?:上午|下午|中午|晚上|早上|晚|早)\s*(?:${CLOCK_TIME})?$`),
  new RegExp(String.raw`(?:\s|(?<=[日号)]))${CLOCK_TIME}$`),
  /\s*\((?:周|星期|礼拜)[一二三四五六日天]\)$/,
];

type DateForm = readonly [pattern: RegExp, read: (parts: readonly string[], today: PlainDate) => DateAnswer];

const FORMS: readonly DateForm[] = [
  [/^(\d{4})[年\-/.](\d{1,2})[月\-/.](\d{1,2})[日号]?$/, ([y, m, d]) => day(y, m, d)],
  [/^(\d{4})(\d{2})(\d{2})$/, ([y, m, d]) => day(y, m, d)],
  [/^(\d{1,2})[月\-/.](\d{1,2})[日号]?$/, readMonthAndDay],
  [/^(?:本月|这个月)(\d{1,2})[日号]$/, ([d], today) => day(today.year, today.month, d)],
  [/^上个?月(\d{1,2})[日号]$/, ([d], today) => dayOfLastMonth(d, today)],
  [/^(\d{1,2})[日号]$/, ([d], today) => (Number(d) > today.day ? dayOfLastMonth : dayOfThisMonth)(d, today)],
  [/^(上上|上|本|这|下)?个?(?:周|星期|礼拜)([一二三四五六日天])$/, readWeekday],
];

/**
 * Reads a date as people write it, full-width digits included; `today` is the date in the product's zone. A part of the
 * day, a clock time or a weekday in brackets behind it is passed over.
 * A month and day mean the year in which they lie nearest, at most a month ahead. A bare day (`18日`) or weekday (`周三`)
 * means the latest one that is not in the future: what people report has happened.
 */
export function parseDate(text: string, today: PlainDate): DateAnswer {
  const typed = text.trim();
  if (typed.length > LONGEST_DATE) return { kind: 'unknown' };
  const folded = TRAILERS.reduce(
    (rest, trailer) => rest.replace(trailer, ''),
    typed.normalize('NFKC').trim(),
  );
  const bare = folded.replace(/\s+/gu, '');
  const offset = NAMED_DAYS.get(bare);
  if (offset !== undefined) return { kind: 'ok', date: today.add({ days: offset }) };
  for (const [pattern, read] of FORMS) {
    const match = pattern.exec(bare);
    if (match) return read(match.slice(1), today);
  }
  return { kind: 'unknown' };
}

/**
 * The latest of next, this and last year in which `dateIn(year)` lies at most a month ahead. Lets a day without a year
 * be read in December for January and in January for December.
 */
export function nearestYear(today: PlainDate, dateIn: (year: number) => PlainDate): number {
  const horizon = today.add({ days: FORESEEN_DAYS });
  const near = (year: number) => Temporal.PlainDate.compare(dateIn(year), horizon) <= 0;
  return [today.year + 1, today.year].find(near) ?? today.year - 1;
}

type Part = string | number | undefined;

function day(year: Part, month: Part, dayOfMonth: Part): DateAnswer {
  const [y, m, d] = [Number(year), Number(month), Number(dayOfMonth)];
  if (!isYear(y)) return { kind: 'unknown' };
  if (m < 1 || m > 12 || d < 1) return { kind: 'impossible' };
  const date = Temporal.PlainDate.from({ year: y, month: m, day: d });
  // Temporal takes 31 November for the 30th unless told otherwise; people should be told.
  return date.day === d ? { kind: 'ok', date } : { kind: 'impossible' };
}

function dayOfThisMonth(dayOfMonth: Part, today: PlainDate): DateAnswer {
  return day(today.year, today.month, dayOfMonth);
}

function dayOfLastMonth(dayOfMonth: Part, today: PlainDate): DateAnswer {
  const { year, month } = today.subtract({ months: 1 });
  return day(year, month, dayOfMonth);
}

function readMonthAndDay([monthText, dayText]: readonly string[], today: PlainDate): DateAnswer {
  const [month, dayOfMonth] = [Number(monthText), Number(dayText)];
  if (month < 1 || month > 12 || dayOfMonth < 1) return { kind: 'impossible' };
  const year = nearestYear(today, (year) => Temporal.PlainDate.from({ year, month, day: dayOfMonth }));
  return day(year, month, dayOfMonth);
}

function readWeekday([weekWord, dayWord = '']: readonly string[], today: PlainDate): DateAnswer {
  const dayOfWeek = dayWord === '天' ? 7 : WEEKDAYS.indexOf(dayWord) + 1;
  const thisWeeks = today.add({ days: dayOfWeek - today.dayOfWeek });
  const weeks = weekWord ? (NAMED_WEEKS.get(weekWord) ?? 0) : dayOfWeek > today.dayOfWeek ? -1 : 0;
  return { kind: 'ok', date: thisWeeks.add({ weeks }) };
}

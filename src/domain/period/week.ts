import { Temporal } from 'temporal-polyfill';
import type { PlainDate } from '../../kernel/clock.ts';
import { remember } from '../../kernel/remember.ts';
import type { WorkCalendar } from '../calendar/work-calendar.ts';
import { firstDay, lastDay, monthOf } from './month.ts';

/*
 * A week is Monday–Sunday, written as ISO 8601 does: `2026-W47`. Its year is the year of its Thursday. Zero-padded, so
 * text order is time order. Functions throw RangeError for a week that does not exist: people's words go through
 * `parseWeek` first.
 */

/** The week a date lies in. */
export function weekOf(date: PlainDate): string {
  // The year of the week's Thursday; Temporal leaves both undefined only for calendars that have no weeks.
  const { yearOfWeek = date.year, weekOfYear = 1 } = date;
  return `${yearOfWeek}-W${String(weekOfYear).padStart(2, '0')}`;
}

export function isWeek(text: string): boolean {
  return mondayOf(text) !== undefined;
}

/** Schedules ask for the same few weeks over and over, in every group; people may ask for any. */
const KEPT_WEEKS = 500;

export const weekDays = remember(
  KEPT_WEEKS,
  (week: string): { readonly monday: PlainDate; readonly sunday: PlainDate } => {
    const monday = mondayOf(week);
    if (!monday) throw new RangeError(`no such week: ${week}`);
    return { monday, sunday: monday.add({ days: 6 }) };
  },
);

/** The week `count` weeks later (earlier when negative). */
export function addWeeks(week: string, count: number): string {
  return weekOf(weekDays(week).monday.add({ weeks: count }));
}

/** Order for sorting: negative, 0 or positive. */
export function compareWeeks(left: string, right: string): number {
  return weeksBetween(right, left);
}

/** How many weeks `to` lies after `from`; negative when before. */
export function weeksBetween(from: string, to: string): number {
  return weekDays(from).monday.until(weekDays(to).monday, { largestUnit: 'weeks' }).weeks;
}

/**
 * The day a week's report is due: the last working day not after the group's weekday for it, usually Friday. A make-up
 * Saturday or Sunday never moves it. Undefined when there is none from Monday to that weekday: nobody is due.
 */
export function dutyDay(week: string, calendar: WorkCalendar): PlainDate | undefined {
  const dutyDayOf =
    dutyDays.get(calendar) ?? remember(KEPT_WEEKS, (asked: string) => findDutyDay(asked, calendar));
  dutyDays.set(calendar, dutyDayOf);
  return dutyDayOf(week);
}

/** A calendar never changes. */
const dutyDays = new WeakMap<WorkCalendar, (week: string) => PlainDate | undefined>();

function findDutyDay(week: string, calendar: WorkCalendar): PlainDate | undefined {
  const { monday } = weekDays(week);
  return Array.from({ length: calendar.dutyWeekday }, (_, days) => monday.add({ days })).findLast((date) =>
    calendar.isWorkday(date),
  );
}

/** The month (`YYYY-MM`) whose table a week's duty stands in: that of its duty day. Undefined when nobody is due. */
export function monthOfWeek(week: string, calendar: WorkCalendar): string | undefined {
  const day = dutyDay(week, calendar);
  return day && monthOf(day);
}

/** The owed weeks of a month in order. Every owed week belongs to exactly one month. */
export function weeksOfMonth(month: string, calendar: WorkCalendar): readonly string[] {
  const first = weekOf(firstDay(month));
  const count = weeksBetween(first, weekOf(lastDay(month))) + 1;
  return Array.from({ length: count }, (_, index) => addWeeks(first, index)).filter(
    (week) => monthOfWeek(week, calendar) === month,
  );
}

/** `11月16日—11月22日`. */
export function describeWeek(week: string): string {
  const { monday, sunday } = weekDays(week);
  return `${monthAndDay(monday)}—${monthAndDay(sunday)}`;
}

/** Weeks in order, those that follow one another as one span: `11月16日—11月29日、12月7日—12月13日`. */
export function describeWeeks(weeks: readonly string[]): string {
  const spans: { first: string; last: string }[] = [];
  for (const week of weeks) {
    const span = spans.at(-1);
    if (span && weeksBetween(span.last, week) === 1) span.last = week;
    else spans.push({ first: week, last: week });
  }
  return spans
    .map(({ first, last }) => `${monthAndDay(weekDays(first).monday)}—${monthAndDay(weekDays(last).sunday)}`)
    .join('、');
}

const WEEKDAYS = ['一', '二', '三', '四', '五', '六', '日'];

/** `9月30日（周三）`. */
export function describeDay(date: PlainDate): string {
  return `${monthAndDay(date)}（${describeWeekday(date)}）`;
}

/** `周三`. */
export function describeWeekday(date: PlainDate): string {
  return `周${WEEKDAYS[date.dayOfWeek - 1]}`;
}

function monthAndDay(date: PlainDate): string {
  return `${date.month}月${date.day}日`;
}

function mondayOf(week: string): PlainDate | undefined {
  const match = /^(\d{4})-W(\d{2})$/.exec(week);
  if (!match) return undefined;
  // ISO 8601: 4 January always lies in week 1.
  const fourth = new Temporal.PlainDate(Number(match[1]), 1, 4);
  const monday = fourth.add({ days: 7 * (Number(match[2]) - 1) + 1 - fourth.dayOfWeek });
  return weekOf(monday) === week ? monday : undefined;
}

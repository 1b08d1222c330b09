import { dayNumber, dayText, weekdayOf } from './day-number.ts';
import { OFF_WITHOUT_NOTICE, OFFICIAL_DAYS } from './official-days.ts';

/** What a group has set for single days, by `YYYY-MM-DD`; it wins over the notices. */
export type OwnDays = Readonly<Record<string, 'off' | 'worked'>>;

const OFF = new Set(
  Object.values(OFFICIAL_DAYS).flatMap(({ off }) =>
    off.flatMap(([from, to]) => {
      const first = dayNumber(from);
      return Array.from({ length: dayNumber(to) - first + 1 }, (_, index) => first + index);
    }),
  ),
);
const WORKED = new Set(Object.values(OFFICIAL_DAYS).flatMap(({ worked }) => worked.map(dayNumber)));

/** Whether people are at work on a day. */
export function isWorkingDay(day: number, own: OwnDays): boolean {
  const text = dayText(day);
  const set = own[text];
  if (set !== undefined) return set === 'worked';
  if (OFF.has(day)) return false;
  if (WORKED.has(day)) return true;
  if (OFFICIAL_DAYS[Number(text.slice(0, 4))] === undefined && OFF_WITHOUT_NOTICE.includes(text.slice(5)))
    return false;
  return weekdayOf(day) <= 5;
}

/** The day a week is due: the last one worked from Monday to `latestWeekday` (5: Friday); none when all are off. */
export function dutyDayOf(
  monday: number,
  { latestWeekday, own }: { latestWeekday: number; own: OwnDays },
): number | undefined {
  for (let weekday = latestWeekday; weekday >= 1; weekday -= 1) {
    if (isWorkingDay(monday + weekday - 1, own)) return monday + weekday - 1;
  }
  return undefined;
}

export function nextWorkingDay(after: number, own: OwnDays): number {
  let day = after + 1;
  while (!isWorkingDay(day, own)) day += 1;
  return day;
}

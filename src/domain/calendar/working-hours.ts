import { dateOf, type Instant, instantAt, timeOf } from '../../kernel/clock.ts';
import type { GroupSettings } from '../group/settings.ts';
import type { WorkCalendar } from './work-calendar.ts';

type WorkingHours = GroupSettings['workingHours'];

/** From the first minute of the working hours up to, but not including, the last one, on a working day (product zone). */
export function isWorkingMoment(now: Instant, calendar: WorkCalendar, { from, to }: WorkingHours): boolean {
  const time = timeOf(now);
  return calendar.isWorkday(dateOf(now)) && time >= from && time < to;
}

/** Now if it is within working hours on a working day, else when the next ones begin (product zone). */
export function nextWorkingMoment(now: Instant, calendar: WorkCalendar, workingHours: WorkingHours): Instant {
  if (isWorkingMoment(now, calendar, workingHours)) return now;
  const today = dateOf(now);
  const isBeforeWork = calendar.isWorkday(today) && timeOf(now) < workingHours.from;
  return instantAt(isBeforeWork ? today : calendar.nextWorkday(today), workingHours.from);
}

/** The working hours that run at a moment, or the next ones: from then on (or from the moment itself) to their end. */
export function workingWindow(
  now: Instant,
  calendar: WorkCalendar,
  workingHours: WorkingHours,
): { readonly from: Instant; readonly to: Instant } {
  const from = nextWorkingMoment(now, calendar, workingHours);
  return { from, to: instantAt(dateOf(from), workingHours.to) };
}

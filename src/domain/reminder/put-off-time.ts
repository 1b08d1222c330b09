import { Temporal } from 'temporal-polyfill';
import { dateOf, type Instant, instantAt } from '../../kernel/clock.ts';
import type { WorkCalendar } from '../calendar/work-calendar.ts';
import type { GroupSettings } from '../group/settings.ts';

/** How often a correspondent may put off the reminder of a week. */
export const PUT_OFFS_A_WEEK = 2;

export const PUT_OFF_WISHES = ['hour', 'afternoon'] as const;
export type PutOffWish = (typeof PUT_OFF_WISHES)[number];

const AFTERNOON = '14:00';
/** The last moment of a day, so long before work ends, and the least time between asking and being reminded. */
const LEAST_MINUTES = 15;

export interface PutOffQuestion {
  readonly now: Instant;
  readonly wish: PutOffWish;
  readonly calendar: WorkCalendar;
  readonly workingHours: GroupSettings['workingHours'];
}

/**
 * When a correspondent who asks for it is reminded again: in an hour; or in the afternoon, which after lunch is in an
 * hour as well. The same day and within its working hours, if need be shortly before their end; undefined when it is
 * too late for that.
 */
export function putOffTime({ now, wish, calendar, workingHours }: PutOffQuestion): Instant | undefined {
  const today = dateOf(now);
  if (!calendar.isWorkday(today)) return undefined;
  const earliest = [now.add({ hours: 1 }), instantAt(today, workingHours.from)];
  if (wish === 'afternoon') earliest.push(instantAt(today, AFTERNOON));
  const wished = earliest.reduce((left, right) => (isBefore(left, right) ? right : left));
  const last = instantAt(today, workingHours.to).subtract({ minutes: LEAST_MINUTES });
  const at = isBefore(wished, last) ? wished : last;
  return isBefore(at, now.add({ minutes: LEAST_MINUTES })) ? undefined : at;
}

function isBefore(left: Instant, right: Instant): boolean {
  return Temporal.Instant.compare(left, right) < 0;
}

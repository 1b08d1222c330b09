import { type Instant, instantAt } from '../kernel/clock.ts';
import type { WorkContext } from './context.ts';
import type { DueMoment } from './define-schedule.ts';

type Day = Pick<WorkContext, 'calendar' | 'group' | 'now' | 'today'>;

/**
 * Once on each working day, from the given time (`HH:MM`, or `off`) until the working hours are over: what was missed by
 * then is not made up for. Its key is the date.
 */
export function dueToday({ calendar, group, now, today }: Day, time: string): readonly DueMoment[] {
  if (time === 'off' || !calendar.isWorkday(today)) return [];
  const dueAt = instantAt(today, time);
  const end = instantAt(today, group.settings.workingHours.to);
  const isTime =
    dueAt.epochMilliseconds <= now.epochMilliseconds && now.epochMilliseconds < end.epochMilliseconds;
  return isTime ? [{ key: today.toString(), dueAt }] : [];
}

/** Until when `dueToday` says nothing new. */
export function quietToday({ now, today }: Day, time: string): Instant {
  const dueAt = time === 'off' ? undefined : instantAt(today, time);
  return dueAt !== undefined && now.epochMilliseconds < dueAt.epochMilliseconds
    ? dueAt
    : instantAt(today.add({ days: 1 }), '00:00');
}

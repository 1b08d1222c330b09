import { dateOf, fromStamp, instantAt, type PlainDate } from '../kernel/clock.ts';
import type { WorkContext } from './context.ts';
import type { DueMoment } from './define-schedule.ts';

/** After so long a stop nobody waits for the offer any more: the lead has gone on by hand. */
const OFFERED_HOURS = 7 * 24;

/**
 * What a period that is over leaves to do comes due at the given time (`HH:MM`, or `off`) of the first working day after
 * it. Nothing is due for a period that the group was not switched on in.
 */
export function dueAfterPeriod(
  { group, calendar, now }: Pick<WorkContext, 'group' | 'calendar' | 'now'>,
  { key, lastDay, time }: { readonly key: string; readonly lastDay: PlainDate; readonly time: string },
): readonly DueMoment[] {
  if (group.enabledAt === undefined || time === 'off') return [];
  const dueAt = instantAt(calendar.nextWorkday(lastDay), time);
  const hoursSince = (now.epochMilliseconds - dueAt.epochMilliseconds) / 3_600_000;
  const isKnown = dateOf(fromStamp(group.enabledAt)).toString() <= lastDay.toString();
  return isKnown && hoursSince >= 0 && hoursSince < OFFERED_HOURS ? [{ key, dueAt }] : [];
}

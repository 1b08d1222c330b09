import { dateOf, fromStamp, type Instant, instantAt, type PlainDate } from '../kernel/clock.ts';
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

/**
 * Until when `dueAfterPeriod` says nothing new of periods with these last days; not beyond `atLatest`, from which on
 * there may be others.
 */
export function quietAfterPeriods(
  { calendar, now }: Pick<WorkContext, 'calendar' | 'now'>,
  {
    lastDays,
    time,
    atLatest,
  }: { readonly lastDays: readonly PlainDate[]; readonly time: string; readonly atLatest: Instant },
): Instant {
  if (time === 'off') return atLatest;
  const dues = lastDays.map((lastDay) => instantAt(calendar.nextWorkday(lastDay), time));
  return dues
    .filter((due) => due.epochMilliseconds > now.epochMilliseconds)
    .reduce((first, due) => (due.epochMilliseconds < first.epochMilliseconds ? due : first), atLatest);
}

import { type Instant, instantAt } from '../kernel/clock.ts';
import type { WorkContext } from './context.ts';

/** For a schedule whose days begin with the working hours: today's beginning, once that has passed tomorrow. */
export function quietUntilOpening({
  group,
  now,
  today,
}: Pick<WorkContext, 'group' | 'now' | 'today'>): Instant {
  const opening = instantAt(today, group.settings.workingHours.from);
  return now.epochMilliseconds < opening.epochMilliseconds
    ? opening
    : instantAt(today.add({ days: 1 }), '00:00');
}

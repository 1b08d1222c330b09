import { dayNumber, dayText, minutesLater } from '../oracle/day-number.ts';
import { type Period, planLooks } from '../oracle/plan-looks.ts';
import type { GroupPlan } from '../plan/act.ts';

/** On days on which nobody is due the clock is looked at once, when a round would still go out. */
const QUIET_LOOK = '16:50';

/**
 * The local times at which the program is made to look at the clock: whenever something is due in some group, and once
 * on every other day, so that a round on a wrong day is seen. While the program is down it does not look; it does when
 * it starts again.
 */
export function planTicks(plans: readonly GroupPlan[], period: Period): readonly string[] {
  const { from, to, downs } = period;
  const looks = plans.flatMap((plan) => planLooks(plan, period).map(({ at }) => at));
  const ticks = new Set([...looks, ...downs.map((down) => down.to)]);
  for (let day = dayNumber(from); day <= dayNumber(to); day += 1) ticks.add(`${dayText(day)}T${QUIET_LOOK}`);
  return [...ticks].filter((tick) => !downs.some((down) => down.from <= tick && tick < down.to)).sort();
}

/** Every minute of the days: what the program does by itself. A thousand times as slow. */
export function everyMinute({ from, to, downs }: Period): readonly string[] {
  const ticks: string[] = [];
  for (let day = dayNumber(from); day <= dayNumber(to); day += 1) {
    const midnight = `${dayText(day)}T00:00`;
    for (let minute = 0; minute < 1440; minute += 1) ticks.push(minutesLater(midnight, minute));
  }
  return ticks.filter((tick) => !downs.some((down) => down.from <= tick && tick < down.to));
}

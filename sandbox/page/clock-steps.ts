import { dateOf, type Instant, instantAt, type PlainDate } from '../../src/kernel/clock.ts';
import type { ClockPreset } from './view.ts';

/** Wall-clock times of a day at which a bot has something to do: beginning, rounds, deadline. */
const STOPS = ['08:30', '10:00', '12:00', '15:30', '18:00', '18:30'] as const;

/** Where a preset leads from `now`, in the product's zone. */
export function presetTarget(preset: ClockPreset, now: Instant): Instant {
  if (preset === 'hour') return now.add({ hours: 1 });
  const today = dateOf(now);
  if (preset === 'month') return instantAt(today.with({ day: 1 }).add({ months: 1 }), '09:00');
  const friday = instantAt(today.add({ days: (12 - today.dayOfWeek) % 7 }), '10:00');
  return isBefore(now, friday) ? friday : instantAt(dateOf(friday).add({ days: 7 }), '10:00');
}

/**
 * The moments to stop at on the way, the target last. A clock that jumped a week would let the bot miss what it does
 * day by day; nobody's life goes like that.
 */
export function clockSteps(now: Instant, target: Instant): readonly Instant[] {
  const stops = daysBetween(dateOf(now), dateOf(target))
    .flatMap((day) => STOPS.map((time) => instantAt(day, time)))
    .filter((stop) => isBefore(now, stop) && isBefore(stop, target));
  return [...stops, target];
}

function daysBetween(first: PlainDate, last: PlainDate): PlainDate[] {
  return Array.from({ length: first.until(last).days + 1 }, (_, days) => first.add({ days }));
}

export function isBefore(left: Instant, right: Instant): boolean {
  return left.epochMilliseconds < right.epochMilliseconds;
}

import { fromStamp, type MovableClock } from '../kernel/clock.ts';
import type { Workers } from './create-workers.ts';

/** A request that is sent again may take longer on its way than the first one: so much behind is no step back. */
const LONGEST_WAY_MS = 30_000;

/** Moves the clock forward and answers when what became due is stored. Throws RangeError for a step back. */
export function moveTestClock(
  clock: MovableClock,
  workers: Pick<Workers, 'runSchedules' | 'wake'>,
): (nowIso: string) => Promise<void> {
  return async (nowIso) => {
    const to = fromStamp(nowIso);
    const behindMs = clock.now().epochMilliseconds - to.epochMilliseconds;
    if (behindMs <= 0 || behindMs > LONGEST_WAY_MS) clock.moveTo(to);
    await workers.runSchedules();
    workers.wake();
  };
}

import { fromStamp, type MovableClock } from '../kernel/clock.ts';
import type { Workers } from './create-workers.ts';

/** Moves the clock forward and answers when what became due is stored. Throws RangeError for a step back. */
export function moveTestClock(clock: MovableClock, workers: Workers): (nowIso: string) => Promise<void> {
  return async (nowIso) => {
    clock.moveTo(fromStamp(nowIso));
    await workers.runSchedules();
    workers.wake();
  };
}

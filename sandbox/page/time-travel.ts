import { fromStamp, type MovableClock } from '../../src/kernel/clock.ts';
import { clockSteps, isBefore, presetTarget } from './clock-steps.ts';
import type { Busy, ClockPreset } from './view.ts';

export interface TimeTravel {
  follow(step: () => Promise<void>): void;
  /** Goes step by step to a preset, or to an ISO time with offset. Throws RangeError for the past. */
  to(target: ClockPreset | (string & {})): Promise<void>;
}

/** `tell` hears how far a move has come, and null at its end. */
export function createTimeTravel(clock: MovableClock, tell: (busy: Busy | null) => void): TimeTravel {
  const followers: (() => Promise<void>)[] = [];
  const step = async () => {
    for (const follow of followers) await follow();
  };
  return {
    follow: (follower) => void followers.push(follower),
    async to(target) {
      const now = clock.now();
      const end = isPreset(target) ? presetTarget(target, now) : fromStamp(target);
      if (isBefore(end, now)) throw new RangeError('the clock only moves forward');
      const steps = clockSteps(now, end);
      try {
        for (const [index, stop] of steps.entries()) {
          tell({ what: 'clock', share: index / steps.length });
          // Work on the way takes time, too, and the clock runs on.
          if (isBefore(clock.now(), stop)) clock.moveTo(stop);
          await step();
        }
      } finally {
        tell(null);
      }
    },
  };
}

function isPreset(target: string): target is ClockPreset {
  return target === 'hour' || target === 'friday' || target === 'month';
}

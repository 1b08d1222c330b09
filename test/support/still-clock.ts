import { fromStamp, type MovableClock } from '../../src/kernel/clock.ts';

/** A clock that stands still until it is told to move. Starts at a wall-clock time in Shanghai, `YYYY-MM-DDTHH:MM`. */
export function createStillClock(wallClock: string): MovableClock & { advance(seconds: number): void } {
  let now = fromStamp(`${wallClock}:00+08:00`);
  return {
    now: () => now,
    moveTo(instant) {
      now = instant;
    },
    advance(seconds) {
      now = now.add({ milliseconds: Math.round(seconds * 1000) });
    },
  };
}

import { fromStamp, type Instant, type MovableClock, toStamp } from '../../src/kernel/clock.ts';

/** A clock that stands still until it is told to move. Starts at a wall-clock time in Shanghai, `YYYY-MM-DDTHH:MM`. */
export function createStillClock(wallClock: string): MovableClock & { advance(seconds: number): void } {
  let now = instantOf(wallClock);
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

export function instantOf(wallClock: string): Instant {
  return fromStamp(`${wallClock}:00+08:00`);
}

const EIGHT_HOURS_MS = 8 * 3_600_000;

/** The wall-clock time in Shanghai, to the minute, of a stamp in the database. */
export function localTime(stamp: string): string {
  return toStamp(fromStamp(stamp).add({ milliseconds: EIGHT_HOURS_MS })).slice(0, 16);
}

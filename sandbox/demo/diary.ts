import type { PlainDate } from '../../src/kernel/clock.ts';
import type { Slot } from './story.ts';

/** First minute of a slot, minutes of the day, and how far apart its messages are. */
const TIMES: Readonly<Record<Slot, readonly [first: number, step: number]>> = {
  early: [9 * 60 + 2, 6],
  morning: [9 * 60 + 21, 7],
  middle: [10 * 60 + 25, 14],
  noon: [11 * 60 + 4, 17],
  evening: [15 * 60 + 43, 9],
  overdue: [18 * 60 + 12, 5],
};

/** Gives each message of a slot and day its own minute. */
export type Diary = (on: PlainDate, slot: Slot) => string;

export function createDiary(): Diary {
  const taken = new Map<string, number>();
  return (on, slot) => {
    const key = `${on.toString()} ${slot}`;
    const nth = taken.get(key) ?? 0;
    taken.set(key, nth + 1);
    const [first, step] = TIMES[slot];
    const minutes = first + nth * step;
    return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
  };
}

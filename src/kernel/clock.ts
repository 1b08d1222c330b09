import { Temporal } from 'temporal-polyfill';
import { remember } from './remember.ts';

/** The product's zone. A rule of the trade, whatever the server's own zone is. */
export const ZONE = 'Asia/Shanghai';

export type Instant = Temporal.Instant;
export type PlainDate = Temporal.PlainDate;

/** Where "now" comes from. Nothing else in the program may ask the machine for the time. */
export interface Clock {
  now(): Instant;
}

export interface MovableClock extends Clock {
  /** Moves "now" to the given instant, from which it runs on. Refuses to go back. */
  moveTo(instant: Instant): void;
}

export const systemClock: Clock = { now: () => Temporal.Now.instant() };

/** A clock that starts at a given instant and runs on with the machine's steady timer (BOT_NOW, tests). */
export function createMovableClock(start: Instant): MovableClock {
  let base = start;
  let since = performance.now();
  const now = () => base.add({ milliseconds: Math.floor(performance.now() - since) });
  return {
    now,
    moveTo(instant) {
      if (Temporal.Instant.compare(instant, now()) < 0) throw new RangeError('the clock only moves forward');
      base = instant;
      since = performance.now();
    },
  };
}

/** Sortable text form kept in the database: ISO-8601 UTC with milliseconds. */
export function toStamp(instant: Instant): string {
  return stampOfMillis(instant.epochMilliseconds);
}

/**
 * The stamp of a moment given in milliseconds since the epoch. Without Temporal: where a thousand events a second come
 * in, its objects cost a tenth of the time and 30 MB.
 */
export function stampOfMillis(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}

export function fromStamp(stamp: string): Instant {
  return Temporal.Instant.from(stamp);
}

/** Every tick asks for the same few moments in all groups, and finding one takes twenty times as long as looking it up. */
const KEPT_MOMENTS = 1000;

const localTimeAt = remember(KEPT_MOMENTS, (milliseconds: number) => {
  const local = Temporal.Instant.fromEpochMilliseconds(milliseconds).toZonedDateTimeISO(ZONE);
  return { date: local.toPlainDate(), time: local.toPlainTime().toString({ smallestUnit: 'minute' }) };
});

const momentOf = remember(KEPT_MOMENTS, (local: string) =>
  Temporal.PlainDateTime.from(local).toZonedDateTime(ZONE).toInstant(),
);

/** The calendar date in the product's zone. */
export function dateOf(instant: Instant): PlainDate {
  return localTimeAt(instant.epochMilliseconds).date;
}

/** `HH:MM` in the product's zone. */
export function timeOf(instant: Instant): string {
  return localTimeAt(instant.epochMilliseconds).time;
}

/** The instant of a wall-clock time (`HH:MM`) on a date in the product's zone. */
export function instantAt(date: PlainDate, time: string): Instant {
  return momentOf(`${date.toString()}T${time}`);
}

/** The date of a `YYYY-MM-DD` text, as the database keeps it. */
export function parseDay(text: string): PlainDate {
  return Temporal.PlainDate.from(text);
}

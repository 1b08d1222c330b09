import { dateOf, fromStamp, type PlainDate } from '../../src/kernel/clock.ts';

export interface PlannedWeek {
  readonly monday: PlainDate;
  /** Working days of the month in Monday–Friday, in order. */
  readonly days: readonly PlainDate[];
  /** Working days before the month begins: only in the first week. */
  readonly before: readonly PlainDate[];
  /** The last working day not after Friday, when it is played: not when it lies beyond the month. */
  readonly dutyDay?: PlainDate;
}

export interface PlannedMonth {
  /** The Monday of the week in which the month begins. */
  readonly start: PlainDate;
  /** Weeks that touch the month and have a working day up to its end. */
  readonly weeks: readonly PlannedWeek[];
  /** The first working day after the month. */
  readonly after: PlainDate;
}

/** Lays out the weeks of a month (`YYYY-MM`). Which days are worked is the caller's knowledge. */
export function planWeeks(month: string, isWorkday: (date: PlainDate) => boolean): PlannedMonth {
  const first = dateOf(fromStamp(`${month}-01T00:00:00+08:00`));
  const next = first.add({ months: 1 });
  const start = first.subtract({ days: first.dayOfWeek - 1 });
  const weeks: PlannedWeek[] = [];
  for (let monday = start; isBefore(monday, next); monday = monday.add({ days: 7 })) {
    const workdays = [0, 1, 2, 3, 4].map((days) => monday.add({ days })).filter(isWorkday);
    const played = workdays.filter((day) => isBefore(day, next));
    if (played.length === 0) continue;
    const dutyDay = played.length === workdays.length ? played.at(-1) : undefined;
    weeks.push({
      monday,
      days: played.filter((day) => !isBefore(day, first)),
      before: played.filter((day) => isBefore(day, first)),
      ...(dutyDay === undefined ? {} : { dutyDay }),
    });
  }
  return { start, weeks, after: firstFrom(next, isWorkday) };
}

function firstFrom(date: PlainDate, fits: (date: PlainDate) => boolean): PlainDate {
  return fits(date) ? date : firstFrom(date.add({ days: 1 }), fits);
}

function isBefore(left: PlainDate, right: PlainDate): boolean {
  return left.since(right).days < 0;
}

// The plain data, not the package's functions: those build and look up dates in the machine's own zone, and west of
// Greenwich every holiday moves by a day.
import data from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import type { PlainDate } from '../../kernel/clock.ts';

/**
 * What a day is. `make-up`: a Saturday or Sunday that is worked in exchange for a day off; `off`: a public holiday, on
 * whatever weekday; `weekend`: any other Saturday or Sunday.
 */
export type DayKind = 'workday' | 'make-up' | 'weekend' | 'off';

const HOLIDAYS: ReadonlySet<string> = new Set(Object.keys(data.holidays));
const MAKE_UP_DAYS: ReadonlySet<string> = new Set(Object.keys(data.workdays));

/** Off in every year, whatever the yearly plan adds: what is left to go by when there is no plan. */
const ALWAYS_OFF: ReadonlySet<string> = new Set(['01-01', '05-01', '10-01', '10-02', '10-03']);

/**
 * Whether the State Council's plan of a year is in the data. 1 October is in every plan; days around New Year may have
 * come with the neighbouring year's.
 */
export function hasPlan(year: number): boolean {
  return HOLIDAYS.has(`${year}-10-01`);
}

/** What the State Council's plan makes of a day; without one, Monday–Friday are worked except on the fixed holidays. */
export function plannedKind(date: PlainDate): DayKind {
  const day = date.toString();
  if (HOLIDAYS.has(day) || ALWAYS_OFF.has(day.slice(5))) return 'off';
  return MAKE_UP_DAYS.has(day) ? workedKind(date) : ordinaryKind(date);
}

/** A day that is worked whatever its weekday. */
export function workedKind(date: PlainDate): DayKind {
  return isWeekend(date) ? 'make-up' : 'workday';
}

function ordinaryKind(date: PlainDate): DayKind {
  return isWeekend(date) ? 'weekend' : 'workday';
}

function isWeekend(date: PlainDate): boolean {
  return date.dayOfWeek > 5;
}

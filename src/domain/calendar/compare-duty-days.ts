import { type PlainDate, parseDay } from '../../kernel/clock.ts';
import { dutyDay, weekOf } from '../period/week.ts';
import type { WorkCalendar } from './work-calendar.ts';

/** A week that comes due on another day than before; undefined: nobody is due. */
export interface MovedDutyDay {
  readonly week: string;
  readonly from: PlainDate | undefined;
  readonly to: PlainDate | undefined;
}

/** The weeks of the given days (`YYYY-MM-DD`) whose duty day differs between two calendars, in order. */
export function compareDutyDays(
  days: readonly string[],
  before: WorkCalendar,
  after: WorkCalendar,
): readonly MovedDutyDay[] {
  const weeks = [...new Set(days.map((day) => weekOf(parseDay(day))))].sort();
  return weeks
    .map((week) => ({ week, from: dutyDay(week, before), to: dutyDay(week, after) }))
    .filter(({ from, to }) => from?.toString() !== to?.toString());
}

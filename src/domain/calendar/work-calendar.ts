import type { PlainDate } from '../../kernel/clock.ts';
import { type DayKind, hasPlan, plannedKind, workedKind } from './holiday-plan.ts';

/** What a day is changed to: worked or off, whatever its weekday. */
export type ChangedKind = 'workday' | 'off';

/** Changes that the operator or a group has made to single days, by `YYYY-MM-DD`. They win over the plan. */
export type CalendarChanges = Readonly<Record<string, ChangedKind>>;

/** A week is due on Friday unless the group wants it earlier. */
const USUAL_DUTY_WEEKDAY = 5;

/** Working days of mainland China, as the group sees them. */
export interface WorkCalendar {
  /** The latest weekday a week can be due on, 1 (Monday) to 5 (Friday). */
  readonly dutyWeekday: number;
  isWorkday(date: PlainDate): boolean;
  /** False when neither the holiday plan nor the changes cover the year: working days are then a guess. */
  isKnownYear(year: number): boolean;
  kindOf(date: PlainDate): DayKind;
  /** The first working day strictly after the given date. */
  nextWorkday(after: PlainDate): PlainDate;
}

/**
 * The State Council's plan with changes on top. An imported plan makes a year known: like every plan it names 1 October,
 * which a single changed day does not.
 */
export function createWorkCalendar(
  changes: CalendarChanges = {},
  dutyWeekday = USUAL_DUTY_WEEKDAY,
): WorkCalendar {
  const changed = new Map(Object.entries(changes));

  function kindOf(date: PlainDate): DayKind {
    const change = changed.get(date.toString());
    if (change === 'off') return 'off';
    return change === 'workday' ? workedKind(date) : plannedKind(date);
  }

  function isWorkday(date: PlainDate): boolean {
    const kind = kindOf(date);
    return kind === 'workday' || kind === 'make-up';
  }

  function nextWorkday(after: PlainDate): PlainDate {
    const next = after.add({ days: 1 });
    return isWorkday(next) ? next : nextWorkday(next);
  }

  return {
    dutyWeekday,
    isWorkday,
    isKnownYear: (year) => hasPlan(year) || changed.get(`${year}-10-01`) === 'off',
    kindOf,
    nextWorkday,
  };
}

import type { ChangedKind } from './work-calendar.ts';

/** A day that a group's calendar makes worked or off, whatever the plan says. */
export interface CalendarDay {
  /** `YYYY-MM-DD`. */
  readonly day: string;
  readonly kind: ChangedKind;
  /** What it is for, e.g. `元旦`; may be empty. */
  readonly note: string;
}

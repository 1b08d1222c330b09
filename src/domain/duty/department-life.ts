import type { PlainDate } from '../../kernel/clock.ts';
import type { Closure } from '../department/department.ts';

/** When a department was there: dates, or their text `YYYY-MM-DD` as records keep it. */
export interface DepartmentLife {
  /** First day. */
  readonly openedOn: PlainDate | string;
  /** First day on which it is no more (closed, merged or split). */
  readonly closedOn?: PlainDate | string;
  /** When it was closed in between. */
  readonly closures?: readonly Closure[];
}

/** Whether a department was there on any day from `first` to `last`, both included. ISO text orders like the dates. */
export function existsWithin(
  { openedOn, closedOn, closures = [] }: DepartmentLife,
  first: PlainDate,
  last: PlainDate,
): boolean {
  if (openedOn.toString() > last.toString()) return false;
  if (closedOn !== undefined && closedOn.toString() <= first.toString()) return false;
  return !closures.some(({ from, to }) => from <= first.toString() && last.toString() < to);
}

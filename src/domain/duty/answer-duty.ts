import type { PlainDate } from '../../kernel/clock.ts';
import type { Closure } from '../department/department.ts';
import type { ItemState } from '../item/item-state.ts';
import type { DutyAnswer } from '../report/facts.ts';

/** An item as far as it answers a duty: for its owner and its co-owners alike. */
export interface DutyItem {
  readonly week: string;
  readonly departmentIds: readonly string[];
  readonly state: ItemState;
  readonly late: boolean;
}

/** A nil report or an excuse. */
export interface DutyNote {
  readonly week: string;
  readonly departmentId: string;
}

/** What a group's people sent and what its lead excused, for any weeks and departments. */
export interface DutyRecords {
  readonly items: readonly DutyItem[];
  readonly nils: readonly DutyNote[];
  readonly excuses: readonly DutyNote[];
}

export interface DutyQuestion extends DutyRecords {
  readonly week: string;
  readonly departmentId: string;
}

/**
 * How a department answered a week. An item on time comes first; an excuse next, so that nobody is late who owed nothing;
 * a late item wins over a nil report, which a later submission replaces. Withdrawn and merged items count for nothing,
 * those in review or returned do: they were sent.
 */
export function answerDuty({ week, departmentId, items, nils, excuses }: DutyQuestion): DutyAnswer {
  const isNoted = (note: DutyNote) => note.week === week && note.departmentId === departmentId;
  const sent = items.filter((item) => item.week === week && item.departmentIds.includes(departmentId));
  const counted = sent.filter(({ state }) => state !== 'withdrawn' && state !== 'merged');
  if (counted.some(({ late }) => !late)) return 'submitted';
  if (excuses.some(isNoted)) return 'excused';
  if (counted.length > 0) return 'late';
  return nils.some(isNoted) ? 'nil' : 'missing';
}

/** When a department was there: dates, or their text `YYYY-MM-DD` as records keep it. */
export interface DepartmentLife {
  /** First day. */
  readonly openedOn: PlainDate | string;
  /** First day on which it is no more (closed, merged or split). */
  readonly closedOn?: PlainDate | string;
  /** When it was closed in between. */
  readonly closures?: readonly Closure[];
}

/** Whether a department owes the week that is due on the given day; nobody owes a week without one. */
export function owesWeek(department: DepartmentLife, dutyDay: PlainDate | undefined): boolean {
  return dutyDay !== undefined && existsWithin(department, dutyDay, dutyDay);
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

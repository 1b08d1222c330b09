import type { PlainDate } from '../../kernel/clock.ts';
import type { WorkCalendar } from '../calendar/work-calendar.ts';
import type { DatedName } from '../department/name-history.ts';
import { type DatedQuota, quotaOn } from '../department/quota-history.ts';
import type { ItemState } from '../item/item-state.ts';
import { dutyDay } from '../period/week.ts';
import type { DutyAnswer } from '../report/facts.ts';
import { answerDuty } from './answer-duty.ts';
import { type DepartmentLife, existsWithin } from './department-life.ts';

/** An item as far as it answers a duty: for its owner and its co-owners alike. */
export interface DutyItem {
  readonly week: string;
  readonly departmentIds: readonly string[];
  readonly state: ItemState;
  readonly late: boolean;
  readonly serial?: number;
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

export interface DutyDepartment extends DepartmentLife {
  readonly id: string;
  readonly names: readonly DatedName[];
  readonly quotas: readonly DatedQuota[];
  /** The department that took its place when it was closed. */
  readonly mergedInto?: string;
}

export interface WeekQuestion<D extends DutyDepartment> extends DutyRecords {
  readonly week: string;
  readonly calendar: WorkCalendar;
  /** In the bureau's order, which is kept. */
  readonly departments: readonly D[];
}

/** A department that sends in of its own free will, with the items it has sent for the week. */
export interface VoluntaryWeek<D> {
  readonly department: D;
  readonly sent: number;
  /** Of these items, as far as they have one. */
  readonly serials: readonly number[];
}

/** A department that owes the week. */
export interface OwedWeek<D> extends VoluntaryWeek<D> {
  readonly quota: number;
  readonly answer: DutyAnswer;
}

export interface WeekDuty<D> {
  /** Undefined when the week has no working day: nobody owes it, and nobody is in it. */
  readonly dutyDay: PlainDate | undefined;
  readonly owed: readonly OwedWeek<D>[];
  readonly voluntary: readonly VoluntaryWeek<D>[];
}

/**
 * What the departments owe for a week and how they answered it: the one source for `/status`, the reminders and the
 * report. Who is there on the duty day owes the week, by the quota of that day. Withdrawn and merged items count for
 * nothing, those in review or returned do: they were sent. What a merged department had sent earlier in the week counts
 * for the one that took its place.
 */
export function describeWeekDuty<D extends DutyDepartment>(question: WeekQuestion<D>): WeekDuty<D> {
  const { week, calendar, departments } = question;
  const day = dutyDay(week, calendar);
  if (day === undefined) return { dutyDay: day, owed: [], voluntary: [] };
  const items = question.items.filter((item) => item.week === week && counts(item));
  const present = departments
    .filter((department) => existsWithin(department, day, day))
    .map((department) => {
      const ids = new Set([department.id, ...mergedBy(department.id, departments, day)]);
      const sent = items.filter(({ departmentIds }) => departmentIds.some((id) => ids.has(id)));
      return {
        department,
        sent,
        serials: sent.flatMap(({ serial }) => serial ?? []),
        quota: quotaOn(department.quotas, day),
      };
    });
  const isNoted = (notes: readonly DutyNote[], { id }: D) =>
    notes.some((note) => note.week === week && note.departmentId === id);
  const owed = present
    .filter(({ quota }) => quota > 0)
    .map(({ department, sent, serials, quota }) => {
      const late = sent.filter((item) => item.late).length;
      const nil = isNoted(question.nils, department);
      const excused = isNoted(question.excuses, department);
      const answer = answerDuty({ quota, onTime: sent.length - late, late, nil, excused });
      return { department, sent: sent.length, serials, quota, answer };
    });
  const voluntary = present
    .filter(({ quota }) => quota === 0)
    .map(({ department, sent, serials }) => ({ department, sent: sent.length, serials }));
  return { dutyDay: day, owed, voluntary };
}

function counts({ state }: DutyItem): boolean {
  return state !== 'withdrawn' && state !== 'merged';
}

/** Departments that had become part of this one by the given day, and those that had become part of them. */
function mergedBy(id: string, departments: readonly DutyDepartment[], day: PlainDate): readonly string[] {
  return departments
    .filter((former) => former.mergedInto === id && !existsWithin(former, day, day))
    .flatMap((former) => [former.id, ...mergedBy(former.id, departments, day)]);
}

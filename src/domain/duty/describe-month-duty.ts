import { Temporal } from 'temporal-polyfill';
import type { PlainDate } from '../../kernel/clock.ts';
import type { WorkCalendar } from '../calendar/work-calendar.ts';
import { nameOn } from '../department/name-history.ts';
import { quotaOn } from '../department/quota-history.ts';
import { firstDay, lastDay } from '../period/month.ts';
import { weeksOfMonth } from '../period/week.ts';
import type { ReportDepartment } from '../report/facts.ts';
import { existsWithin } from './department-life.ts';
import {
  type DutyDepartment,
  type DutyRecords,
  describeWeekDuty,
  type WeekDuty,
} from './describe-week-duty.ts';

/** A time whose duties are asked for. */
export interface DutySpan extends DutyRecords {
  readonly first: PlainDate;
  readonly last: PlainDate;
  /** The owed weeks in it (ISO), in order. */
  readonly weeks: readonly string[];
  readonly calendar: WorkCalendar;
  /** In the bureau's order, which is kept. */
  readonly departments: readonly DutyDepartment[];
  /** The last day that is over: nobody is missing in a week due later, but who has answered one already counts. */
  readonly until?: PlainDate;
}

export interface MonthDuty extends Omit<DutySpan, 'first' | 'last' | 'weeks'> {
  /** `YYYY-MM`. */
  readonly month: string;
}

interface SpanWeek extends WeekDuty<DutyDepartment> {
  readonly week: string;
}

/** The month's table of duties. */
export function describeMonthDuty({ month, ...duty }: MonthDuty): readonly ReportDepartment[] {
  const weeks = weeksOfMonth(month, duty.calendar);
  return describeSpanDuty({ ...duty, weeks, first: firstDay(month), last: lastDay(month) });
}

/**
 * The table of duties of some days: every department that was there on any of them, under the name valid on the last,
 * with the weeks it owes and how it answered each. One without an owed week keeps an empty row.
 */
export function describeSpanDuty(duty: DutySpan): readonly ReportDepartment[] {
  const { first, last } = duty;
  const weeks = duty.weeks.map((week) => ({ ...describeWeekDuty({ ...duty, week }), week }));
  return duty.departments
    .filter((department) => existsWithin(department, first, last))
    .map((department) => ({
      id: department.id,
      name: nameOn(department.names, last),
      weeks: answeredWeeks(weeks, department, duty.until),
      ...(quotaOn(department.quotas, last) === 0 && { voluntary: true }),
    }));
}

function answeredWeeks(
  weeks: readonly SpanWeek[],
  department: DutyDepartment,
  until: PlainDate | undefined,
): ReportDepartment['weeks'] {
  return weeks.flatMap(({ week, dutyDay, owed }) =>
    owed
      .filter((entry) => entry.department.id === department.id)
      .filter(({ answer }) => answer !== 'missing' || isOver(dutyDay, until))
      .map(({ answer }) => ({ week, answer })),
  );
}

function isOver(dueOn: PlainDate | undefined, until: PlainDate | undefined): boolean {
  return !until || !dueOn || Temporal.PlainDate.compare(dueOn, until) <= 0;
}

import { Temporal } from 'temporal-polyfill';
import type { PlainDate } from '../../kernel/clock.ts';
import type { WorkCalendar } from '../calendar/work-calendar.ts';
import { type DatedName, nameOn } from '../department/name-history.ts';
import { firstDay, lastDay } from '../period/month.ts';
import { dutyDay, weeksOfMonth } from '../period/week.ts';
import type { ReportDepartment } from '../report/facts.ts';
import { answerDuty, type DepartmentLife, type DutyRecords, existsWithin, owesWeek } from './answer-duty.ts';

export interface DutyDepartment extends DepartmentLife {
  readonly id: string;
  readonly names: readonly DatedName[];
}

export interface MonthDuty extends DutyRecords {
  /** `YYYY-MM`. */
  readonly month: string;
  readonly calendar: WorkCalendar;
  /** In the bureau's order, which is kept. */
  readonly departments: readonly DutyDepartment[];
  /** The last day that is over: nobody is missing in a week due later, but who has answered one already counts. */
  readonly until?: PlainDate;
}

/**
 * The month's table of duties: every department that was there on any day of the month, under the name valid on the
 * month's last day, with the weeks it owes and how it answered each. One without an owed week keeps an empty row.
 */
export function describeMonthDuty(duty: MonthDuty): readonly ReportDepartment[] {
  return duty.departments
    .filter((department) => existsWithin(department, firstDay(duty.month), lastDay(duty.month)))
    .map((department) => ({
      id: department.id,
      name: nameOn(department.names, lastDay(duty.month)),
      weeks: answeredWeeks(duty, department),
    }));
}

function answeredWeeks(duty: MonthDuty, department: DutyDepartment): ReportDepartment['weeks'] {
  return weeksOfMonth(duty.month, duty.calendar)
    .map((week) => ({
      week,
      dueOn: dutyDay(week, duty.calendar),
      answer: answerDuty({ ...duty, week, departmentId: department.id }),
    }))
    .filter(({ dueOn }) => owesWeek(department, dueOn))
    .filter(({ dueOn, answer }) => answer !== 'missing' || isOver(dueOn, duty.until))
    .map(({ week, answer }) => ({ week, answer }));
}

function isOver(dueOn: PlainDate | undefined, until: PlainDate | undefined): boolean {
  return !until || !dueOn || Temporal.PlainDate.compare(dueOn, until) <= 0;
}

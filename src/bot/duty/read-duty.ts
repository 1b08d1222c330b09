import { type Department, departmentName } from '../../domain/department/department.ts';
import { answerDuty, type DutyRecords, owesWeek } from '../../domain/duty/answer-duty.ts';
import { dutyDay } from '../../domain/period/week.ts';
import type { DutyAnswer } from '../../domain/report/facts.ts';
import type { PlainDate } from '../../kernel/clock.ts';
import type { WorkContext } from '../context.ts';

export interface DepartmentAnswer {
  readonly department: Department;
  /** The name valid today. */
  readonly name: string;
  readonly answer: DutyAnswer;
}

export interface WeekDuty {
  readonly week: string;
  /** Undefined when nobody owes this week. */
  readonly dutyDay: PlainDate | undefined;
  /** Departments that owe the week, in the bureau's order. */
  readonly answers: readonly DepartmentAnswer[];
}

/** How the departments of the group have answered a week: the one source for `/status` and the reminders. */
export async function readWeekDuty(ctx: WorkContext, week: string): Promise<WeekDuty> {
  const day = dutyDay(week, ctx.calendar);
  const records = await readRecords(ctx, [week]);
  const departments = await ctx.repos.departments.list(ctx.group.id);
  const answers = departments
    .filter((department) => owesWeek(department, day))
    .map((department) => ({
      department,
      name: departmentName(department, ctx.today),
      answer: answerDuty({ ...records, week, departmentId: department.id }),
    }));
  return { week, dutyDay: day, answers };
}

/**
 * What was sent for the given weeks. Who shares an item has answered the week of its own copy. Excuses are not kept yet, so
 * there are none.
 */
export async function readRecords(ctx: WorkContext, weeks: readonly string[]): Promise<DutyRecords> {
  const items = await ctx.repos.items.ofWeeks(ctx.group.id, weeks);
  const nils = await ctx.repos.nils.ofWeeks(ctx.group.id, weeks);
  const shared = (await ctx.repos.jointItems.ofGroup(ctx.group.id)).map((owner) => ({
    week: owner.week,
    late: owner.late,
    departmentIds: [owner.departmentId],
    state: 'submitted' as const,
  }));
  return {
    items: [...items.map((item) => ({ ...item, departmentIds: [item.departmentId] })), ...shared],
    nils,
    excuses: [],
  };
}

import { type Department, departmentName } from '../../domain/department/department.ts';
import {
  type DutyItem,
  type DutyRecords,
  describeWeekDuty,
  type OwedWeek,
  type VoluntaryWeek,
} from '../../domain/duty/describe-week-duty.ts';
import type { NilRecord } from '../../domain/item/item-record.ts';
import type { PlainDate } from '../../kernel/clock.ts';
import { texts } from '../../kernel/text/texts.ts';
import type { WorkContext } from '../context.ts';

interface Named {
  /** The name valid today. */
  readonly name: string;
}

export type DepartmentAnswer = OwedWeek<Department> & Named;
export type VoluntaryAnswer = VoluntaryWeek<Department> & Named;

/** What was sent and excused, with enough of each to say by what a department has answered. */
export interface SentRecords extends DutyRecords {
  /** An item shared with another department stands here once more for it; oldest first, the shared ones last. */
  readonly items: readonly (DutyItem & { readonly submittedAt?: string })[];
  readonly nils: readonly NilRecord[];
}

export interface WeekDuty {
  readonly week: string;
  readonly records: SentRecords;
  /** Undefined when nobody owes this week. */
  readonly dutyDay: PlainDate | undefined;
  /** Departments that owe the week, in the bureau's order. */
  readonly answers: readonly DepartmentAnswer[];
  /** Departments that send in of their own free will. */
  readonly voluntary: readonly VoluntaryAnswer[];
}

/** How the departments of the group have answered a week: the one source for `/status` and the reminders. */
export async function readWeekDuty(ctx: WorkContext, week: string): Promise<WeekDuty> {
  const records = await readRecords(ctx, [week]);
  const departments = await ctx.repos.departments.list(ctx.group.id);
  const duty = describeWeekDuty({ ...records, week, calendar: ctx.calendar, departments });
  const nameOf = (department: Department) => departmentName(department, ctx.today);
  return {
    week,
    records,
    dutyDay: duty.dutyDay,
    answers: duty.owed.map((entry) => ({ ...entry, name: nameOf(entry.department) })),
    voluntary: duty.voluntary.map((entry) => ({ ...entry, name: nameOf(entry.department) })),
  };
}

/** A department's name, with how much of its quota it has sent while that is not enough: `规划科（已报1/2）`. */
export function labelOf(
  { locale }: Pick<WorkContext, 'locale'>,
  { name, answer, sent, quota }: DepartmentAnswer,
): string {
  return answer === 'missing' && sent > 0 ? texts(locale).sentOfQuota(name, sent, quota) : name;
}

/** What was sent and excused for the given weeks. Who shares an item has answered the week of its own copy. */
export async function readRecords(ctx: WorkContext, weeks: readonly string[]): Promise<SentRecords> {
  const own = await ctx.repos.items.answersOfWeeks(ctx.group.id, weeks);
  const nils = await ctx.repos.nils.ofWeeks(ctx.group.id, weeks);
  const excuses = await ctx.repos.excuses.ofWeeks(ctx.group.id, weeks);
  const shared = (await ctx.repos.jointItems.ofWeeks(ctx.group.id, weeks)).map((owner) => ({
    ...own.find(({ id }) => id === owner.itemId),
    week: owner.week,
    late: owner.late,
    departmentIds: [owner.departmentId],
    state: 'submitted' as const,
  }));
  return {
    items: [...own.map((item) => ({ ...item, departmentIds: [item.departmentId] })), ...shared],
    nils,
    excuses,
  };
}

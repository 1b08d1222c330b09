import type { Department } from '../../domain/department/department.ts';
import { describeWeekDuty } from '../../domain/duty/describe-week-duty.ts';
import { monthOfWeek } from '../../domain/period/week.ts';
import { toStamp } from '../../kernel/clock.ts';
import type { CommandContext } from '../context.ts';
import { readRecords } from './read-duty.ts';

export interface ExcuseRequest {
  readonly departments: readonly Department[];
  /** ISO weeks, in order. */
  readonly weeks: readonly string[];
  readonly reason: string;
}

/** A department with weeks of the request. */
export interface DepartmentWeeks {
  readonly department: Department;
  readonly weeks: readonly string[];
}

/** What became of a request, each list without departments that have nothing in it. */
export interface ExcuseResult {
  readonly excused: readonly DepartmentWeeks[];
  /** Weeks that the department does not owe: nothing was stored for them. */
  readonly notOwed: readonly DepartmentWeeks[];
  /** Excused weeks that were answered in time, which goes on to count. */
  readonly submitted: readonly DepartmentWeeks[];
}

/** Excuses departments from those of the weeks that they owe. */
export async function excuseWeeks(
  ctx: CommandContext,
  { departments, weeks, reason }: ExcuseRequest,
): Promise<ExcuseResult> {
  const asked = departments.flatMap(({ id }) => weeks.map((week) => ({ week, departmentId: id })));
  const records = { ...(await readRecords(ctx, weeks)), excuses: asked };
  const all = await ctx.repos.departments.list(ctx.group.id);
  const duties = weeks.map((week) => ({
    week,
    owed: describeWeekDuty({ ...records, week, calendar: ctx.calendar, departments: all }).owed,
  }));
  const answerOf = (week: string, { id }: Department) =>
    duties.find((duty) => duty.week === week)?.owed.find(({ department }) => department.id === id)?.answer;
  const pick = (keep: (week: string, department: Department) => boolean): readonly DepartmentWeeks[] =>
    departments
      .map((department) => ({ department, weeks: weeks.filter((week) => keep(week, department)) }))
      .filter((entry) => entry.weeks.length > 0);
  const excused = pick((week, department) => answerOf(week, department) !== undefined);
  const at = toStamp(ctx.now);
  for (const { department, weeks: owed } of excused) {
    for (const week of owed) {
      const excuse = { departmentId: department.id, week, reason, personId: ctx.actor.id, at };
      await ctx.repos.excuses.put(ctx.group.id, excuse);
    }
    await ctx.audit('excuse.grant', { department: department.id, weeks: owed });
  }
  return {
    excused,
    notOwed: pick((week, department) => answerOf(week, department) === undefined),
    submitted: pick((week, department) => answerOf(week, department) === 'submitted'),
  };
}

/** Takes excuses back. Says for which departments and weeks there were any. */
export async function cancelExcuses(
  ctx: CommandContext,
  { departments, weeks }: Pick<ExcuseRequest, 'departments' | 'weeks'>,
): Promise<readonly DepartmentWeeks[]> {
  const by = { personId: ctx.actor.id, at: toStamp(ctx.now) };
  const cancelled: DepartmentWeeks[] = [];
  for (const department of departments) {
    const gone: string[] = [];
    for (const week of weeks) {
      if (await ctx.repos.excuses.cancel({ ...by, departmentId: department.id, week })) gone.push(week);
    }
    if (gone.length === 0) continue;
    cancelled.push({ department, weeks: gone });
    await ctx.audit('excuse.cancel', { department: department.id, weeks: gone });
  }
  return cancelled;
}

/** Months (`YYYY-MM`) of the weeks' duties whose report is out already, with its version. */
export async function compiledMonths(
  ctx: CommandContext,
  weeks: readonly string[],
): Promise<readonly { readonly month: string; readonly version: number }[]> {
  const months = new Set(weeks.flatMap((week) => monthOfWeek(week, ctx.calendar) ?? []));
  const compiled: { month: string; version: number }[] = [];
  for (const month of months) {
    const report = await ctx.repos.reports.latest(ctx.group.id, month);
    if (report !== undefined) compiled.push({ month, version: report.version });
  }
  return compiled;
}

import type { WorkContext } from '../context.ts';
import { labelOf, readWeekDuty, type WeekDuty } from '../duty/read-duty.ts';
import { type PresentReporter, readReporters } from '../read-reporters.ts';

/** Who would be named for a week: the departments that have not answered, with those who report for them. */
export interface Reminder {
  readonly duty: WeekDuty;
  readonly missing: readonly MissingDepartment[];
}

export interface MissingDepartment {
  readonly departmentId: string;
  readonly name: string;
  /** The name, with how much of the quota it has sent if that is anything: `规划科（已报1/2）`. */
  readonly label: string;
  /** Main correspondents first, then deputies. Someone who has left the group is named but can't be mentioned. */
  readonly people: readonly PresentReporter[];
}

export async function readReminder(ctx: WorkContext, week: string): Promise<Reminder> {
  const duty = await readWeekDuty(ctx, week);
  const open = duty.answers.filter(({ answer }) => answer === 'missing');
  const reporters = await readReporters(
    ctx,
    open.map(({ department }) => department),
  );
  const missing = open.map((entry) => ({
    departmentId: entry.department.id,
    name: entry.name,
    label: labelOf(ctx, entry),
    people: reporters.get(entry.department.id) ?? [],
  }));
  return { duty, missing };
}

/** A private line to the group's leads; to its admins where there is no lead. */
export async function tellLead(ctx: WorkContext, notice: { key: string; text: string }): Promise<void> {
  for (const personId of await ctx.repos.people.leads(ctx.group.id)) {
    await ctx.send({
      key: `${notice.key}:${personId}`,
      target: { kind: 'person', personId },
      message: { kind: 'notice', text: notice.text },
    });
  }
}

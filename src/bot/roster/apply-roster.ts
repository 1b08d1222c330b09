import { departmentName, reportersOn } from '../../domain/department/department.ts';
import type { RosterChange, RosterDepartment, RosterPlan } from '../../domain/department/plan-roster.ts';
import { planRoster } from '../../domain/department/plan-roster.ts';
import type { CommandContext } from '../context.ts';
import { findDepartment, openDepartments } from '../items/choose-department.ts';
import { appointReporter } from './appoint-reporter.ts';

/** What a sheet would change, as the roster stands now. */
export async function planAgainstRoster(
  ctx: CommandContext,
  rows: readonly (readonly string[])[],
): Promise<RosterPlan> {
  const today = ctx.today.toString();
  const departments = (await openDepartments(ctx)).map((department): RosterDepartment => {
    const reporters = reportersOn(department, today);
    const ofKind = (kind: 'main' | 'deputy') =>
      reporters.filter((r) => r.kind === kind).map((r) => r.personId);
    return {
      id: department.id,
      name: departmentName(department, ctx.today),
      main: ofKind('main'),
      deputies: ofKind('deputy'),
    };
  });
  return planRoster({ rows, departments, people: await readPeople(ctx) });
}

/** Everyone in the group by name. */
async function readPeople(ctx: CommandContext): Promise<ReadonlyMap<string, readonly string[]>> {
  const names = await ctx.repos.people.names([...(await ctx.repos.people.members(ctx.group.id))]);
  const people = new Map<string, string[]>();
  for (const [id, name] of names) people.set(name, [...(people.get(name) ?? []), id]);
  return people;
}

/** Carries out a plan: departments first, then the people who report for them. */
export async function applyRoster(ctx: CommandContext, changes: readonly RosterChange[]): Promise<void> {
  const today = ctx.today.toString();
  const { departments } = ctx.repos;
  const before = await openDepartments(ctx);
  for (const change of changes) {
    if (change.kind === 'add') {
      const added = { id: ctx.ids.next(), groupId: ctx.group.id, name: change.department, openedOn: today };
      await departments.add(added);
    }
    if (change.kind === 'rename') {
      await departments.rename(findDepartment(before, change.from, ctx).id, change.department, today);
    }
  }
  const after = await openDepartments(ctx);
  for (const change of changes) {
    if (change.kind !== 'main' && change.kind !== 'deputy') continue;
    await appointReporter(ctx, findDepartment(after, change.department, ctx), change);
  }
}

import { carryReporters } from '../../domain/department/carry-reporters.ts';
import {
  type Department,
  departmentName,
  isOpen,
  type Reporter,
} from '../../domain/department/department.ts';
import { quotaOn } from '../../domain/department/quota-history.ts';
import type { PlainDate } from '../../kernel/clock.ts';
import { UserError } from '../../kernel/errors.ts';
import type { CommandContext } from '../context.ts';
import { matchDepartment, nameList } from '../items/choose-department.ts';

export interface NewDepartment {
  readonly name: string;
  /** Its first day. */
  readonly from: PlainDate;
  /** The department that it takes over from: it stands behind it in the bureau's order, and owes as much. */
  readonly after?: Department;
}

/** Throws UserError `department.taken` for a name that another department bears on its first day. */
export async function addDepartment(ctx: CommandContext, department: NewDepartment): Promise<string> {
  const { name, from, after } = department;
  await refuseTaken(ctx, name, from);
  const id = ctx.ids.next();
  await ctx.repos.departments.add({
    id,
    groupId: ctx.group.id,
    name,
    openedOn: from.toString(),
    ...(after && { placeOf: after.id }),
  });
  if (after && after.quotas.length > 0) {
    await ctx.repos.departments.setQuota(id, quotaOn(after.quotas, from), from.toString());
  }
  return id;
}

export async function refuseTaken(ctx: CommandContext, name: string, on: PlainDate): Promise<void> {
  const all = await ctx.repos.departments.list(ctx.group.id);
  const open = all.filter((department) => isOpen(department, on.toString()));
  if (open.some((department) => departmentName(department, on) === name)) {
    throw new UserError('department.taken', { name });
  }
}

/** Of several that bore the name, the one that was closed last. Its correspondents were never taken away. */
export async function reopenDepartment(ctx: CommandContext, name: string, from: PlainDate): Promise<void> {
  const closed = await closedDepartments(ctx);
  const department = matchDepartment(closed, name, ctx);
  if (department === undefined) {
    throw new UserError('department.not-closed', { name, known: nameList(closed, ctx) });
  }
  // One that is to be closed later still bears its name itself.
  if (!isOpen(department, from.toString())) await refuseTaken(ctx, departmentName(department, from), from);
  await ctx.repos.departments.reopen(department.id, from.toString());
}

/** Those that are closed, or will be; the last to be closed first. */
export async function closedDepartments(ctx: CommandContext): Promise<readonly Department[]> {
  const all = await ctx.repos.departments.list(ctx.group.id);
  return all
    .filter(({ closedOn }) => closedOn !== undefined)
    .toSorted((left, right) => ((left.closedOn ?? '') > (right.closedOn ?? '') ? -1 : 1));
}

export interface Merger {
  readonly sources: readonly Department[];
  /** An open department, perhaps one of the sources, or the name of a new one. */
  readonly into: Department | string;
  readonly from: PlainDate;
}

/** Closes the departments that become part of another one, whose correspondents theirs become. Says who these are. */
export async function mergeDepartments(
  ctx: CommandContext,
  { sources, into, from }: Merger,
): Promise<readonly Reporter[]> {
  const day = from.toString();
  const existing = typeof into === 'string' ? undefined : into;
  const closing = sources.filter(({ id }) => id !== existing?.id);
  const [first] = closing;
  const id =
    typeof into === 'string'
      ? await addDepartment(ctx, { name: into, from, ...(first && { after: first }) })
      : into.id;
  for (const former of closing) await ctx.repos.departments.close(former.id, day, id);
  const carried = carryReporters(existing, closing, day);
  for (const reporter of carried) await ctx.repos.departments.addReporter(id, reporter);
  return carried;
}

export interface Division {
  readonly source: Department;
  /** Of the parts. The source goes on as the one that bears its name, and is closed where none does. */
  readonly names: readonly string[];
  readonly from: PlainDate;
}

/** Every new part is reported for by those who reported for the whole, until somebody else is named. */
export async function splitDepartment(
  ctx: CommandContext,
  { source, names, from }: Division,
): Promise<readonly Reporter[]> {
  const day = from.toString();
  const parts = names.filter((name) => name !== departmentName(source, ctx.today));
  if (parts.length === names.length) await ctx.repos.departments.close(source.id, day);
  const carried = carryReporters(undefined, [source], day);
  for (const name of parts.toReversed()) {
    const id = await addDepartment(ctx, { name, from, after: source });
    for (const reporter of carried) await ctx.repos.departments.addReporter(id, reporter);
  }
  return carried;
}

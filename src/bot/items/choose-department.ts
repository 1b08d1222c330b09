import { type Department, departmentName, isOpen } from '../../domain/department/department.ts';
import { UserError } from '../../kernel/errors.ts';
import { texts } from '../../kernel/text/texts.ts';
import { isAllowed } from '../authorize.ts';
import type { CommandContext } from '../context.ts';
import { OpenQuestion, readAnswer } from '../open-question.ts';

/** `部门：规划科` on a line of its own, or `department: …`. */
const DEPARTMENT_LINE = /^[^\S\r\n\u2028\u2029]*(?:部\s*门|department)\s*[：:]\s*(\S.*)$/imu;

export interface ChosenDepartment {
  readonly department: Department;
  /** The text without the line that named the department. */
  readonly text: string;
}

/**
 * The department a text is for: the sender's own; the named one for those who report for several, or for a lead, who
 * may report for any. Where that leaves it open, the sender is asked (OpenQuestion), and a line that names none of
 * theirs stays in the text. `about`: where the text comes from. Throws UserError for somebody without a department.
 */
export async function chooseDepartment(
  ctx: CommandContext,
  text: string,
  about = ctx.source.messageId,
): Promise<ChosenDepartment> {
  const { name, rest } = takeDepartmentLine(text);
  const allowed = await departmentsOf(ctx);
  const named = name === undefined ? undefined : matchDepartment(allowed, name, ctx);
  if (named !== undefined) return { department: named, text: rest };
  const [own] = ctx.actor.departments;
  if (name === undefined && own !== undefined && ctx.actor.departments.length === 1) {
    return { department: own, text };
  }
  if (allowed.length === 0) throw new UserError('department.none');
  return { department: await askForDepartment(ctx, allowed, { about, written: name }), text };
}

async function askForDepartment(
  ctx: CommandContext,
  allowed: readonly Department[],
  asked: { about: string; written: string | undefined },
): Promise<Department> {
  const known = nameList(allowed, ctx);
  const mistake =
    asked.written === undefined
      ? new UserError('department.several', { known })
      : new UserError('department.unknown', { name: asked.written, known });
  const answer = await readAnswer(ctx, { kind: 'department', about: asked.about });
  if (answer === undefined) {
    const options = allowed.map((department) => departmentName(department, ctx.today));
    throw new OpenQuestion(ctx, mistake, { kind: 'department', ...asked, options });
  }
  const chosen = matchDepartment(allowed, answer, ctx);
  if (chosen === undefined) throw mistake;
  return chosen;
}

/** The department that a text names, and the text without that line. */
export function takeDepartmentLine(text: string): { readonly name?: string; readonly rest: string } {
  const name = DEPARTMENT_LINE.exec(text)?.[1]?.trim();
  return name === undefined ? { rest: text } : { name, rest: text.replace(DEPARTMENT_LINE, '') };
}

/** Departments this person may report for: a lead for any open one, others for their own. */
async function departmentsOf(ctx: CommandContext): Promise<readonly Department[]> {
  if (!isAllowed(ctx.actor, ['lead'])) return ctx.actor.departments;
  return openDepartments(ctx);
}

/** Departments that are open today, in the bureau's order. */
export async function openDepartments(ctx: CommandContext): Promise<readonly Department[]> {
  const all = await ctx.repos.departments.list(ctx.group.id);
  return all.filter((department) => isOpen(department, ctx.today.toString()));
}

/** The one of the given departments that bears this name today. Throws `department.unknown`. */
export function findDepartment(
  departments: readonly Department[],
  name: string,
  ctx: CommandContext,
): Department {
  const found = matchDepartment(departments, name, ctx);
  if (found === undefined) {
    throw new UserError('department.unknown', { name: name.trim(), known: nameList(departments, ctx) });
  }
  return found;
}

/** The first of the given departments that bears this name today. */
export function matchDepartment(
  departments: readonly Department[],
  name: string,
  ctx: CommandContext,
): Department | undefined {
  const wanted = fold(name);
  return departments.find((department) => fold(departmentName(department, ctx.today)) === wanted);
}

export function nameList(departments: readonly Department[], ctx: CommandContext): string {
  const { list, none } = texts(ctx.locale);
  return list(departments.map((department) => departmentName(department, ctx.today))) || none;
}

function fold(name: string): string {
  return name.normalize('NFKC').trim().toLowerCase();
}

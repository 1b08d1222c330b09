import { z } from 'zod';
import type { CommandContext } from '../bot/context.ts';
import { defineCommand } from '../bot/define-command.ts';
import { findDepartment, openDepartments } from '../bot/items/choose-department.ts';
import { appointReporter } from '../bot/roster/appoint-reporter.ts';
import { type Department, departmentName, reportersOn } from '../domain/department/department.ts';

const zh = {
  summary: '设置部门通讯员',
  args: { action: '设置、副手或移除', department: '部门', people: '人员（用 @ 选择）' },
  set: (department: string, name: string, before: string) =>
    before === '' ? `${department}的通讯员是${name}。` : `${department}的通讯员由${before}换成${name}。`,
  deputy: (department: string, name: string) => `${department}的副通讯员：${name}。`,
  removed: (department: string, name: string) => `${name}不再是${department}的通讯员。`,
  notOne: (name: string, department: string) => `${name}不是${department}的通讯员。`,
  onlyOne: '一个部门只有一名主通讯员，请只 @ 一个人；其他人请用 /通讯员 副手。',
};

const en: typeof zh = {
  summary: "Sets a department's correspondents",
  args: { action: 'set, deputy or remove', department: 'department', people: 'person (pick with @)' },
  set: (department, name, before) =>
    `${department} is reported by ${name}${before === '' ? '' : ` (was ${before})`}.`,
  deputy: (department, name) => `Deputy for ${department}: ${name}.`,
  removed: (department, name) => `${name} no longer reports for ${department}.`,
  notOne: (name, department) => `${name} does not report for ${department}.`,
  onlyOne:
    'A department has one main correspondent: mention one person, and use /reporter deputy for others.',
};

const person = z.object({ id: z.string(), name: z.string() });

export const command = defineCommand({
  name: 'reporter',
  aliases: ['通讯员'],
  roles: ['admin'],
  words: { 'zh-CN': zh, en },
  shape: {
    actions: {
      set: ['设置', '指定', '更换', 'replace'],
      deputy: ['副手', '副'],
      remove: ['移除', '取消'],
    },
    positional: ['department'],
    people: 'people',
  },
  args: z.strictObject({
    action: z.enum(['set', 'deputy', 'remove']),
    department: z.string(),
    people: z.array(person).min(1),
  }),
  examples: ['设置 规划科 @张三', '副手 规划科 @李四', '移除 规划科 @张三'],
  async run(ctx, { action, department: name, people }, words) {
    const department = findDepartment(await openDepartments(ctx), name, ctx);
    if (action === 'set' && people.length > 1) ctx.misuse(words.onlyOne);
    const lines: string[] = [];
    for (const each of people) lines.push(await apply(ctx, { action, department, person: each, words }));
    await ctx.audit(`reporter.${action}`, { department: department.id, people: people.map(({ id }) => id) });
    await ctx.reply({ kind: 'notice', text: lines.join('\n') });
  },
});

interface Change {
  readonly action: 'set' | 'deputy' | 'remove';
  readonly department: Department;
  readonly person: z.output<typeof person>;
  readonly words: typeof zh;
}

async function apply(
  ctx: CommandContext,
  { action, department, person: who, words }: Change,
): Promise<string> {
  const today = ctx.today.toString();
  const name = departmentName(department, ctx.today);
  const active = reportersOn(department, today);
  const { departments } = ctx.repos;
  if (action === 'remove') {
    if (!active.some((reporter) => reporter.personId === who.id)) return words.notOne(who.name, name);
    await departments.endReporter(department.id, who.id, today);
    return words.removed(name, who.name);
  }
  const kind = action === 'deputy' ? 'deputy' : 'main';
  await appointReporter(ctx, department, { personId: who.id, kind });
  if (kind === 'deputy') return words.deputy(name, who.name);
  const before = active.filter((reporter) => reporter.kind === 'main' && reporter.personId !== who.id);
  const names = await ctx.repos.people.names(before.map((reporter) => reporter.personId));
  return words.set(name, who.name, [...names.values()].join('、'));
}

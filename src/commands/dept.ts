import { z } from 'zod';
import type { CommandContext } from '../bot/context.ts';
import { defineCommand } from '../bot/define-command.ts';
import {
  findDepartment,
  matchDepartment,
  nameList,
  openDepartments,
} from '../bot/items/choose-department.ts';
import { type Department, departmentName, reportersOn } from '../domain/department/department.ts';
import { describeDay } from '../domain/period/week.ts';
import { UserError } from '../kernel/errors.ts';

/** A name that item numbers and report tables can carry: no separators, no line breaks, not longer than a table cell. */
const NAME = z
  .string()
  .max(20)
  .regex(/^[\p{L}\p{N}（）()·]+$/u);

const zh = {
  summary: '管理部门名单',
  args: { action: '新增、改名、关闭、恢复或列表', names: '部门', oldName: '原名称', newName: '新名称' },
  added: (names: string, day: string) => `已新增部门：${names}。自${day}起计入应报。`,
  renamed: (from: string, to: string, day: string) =>
    `已改名：${from} → ${to}，自${day}起使用新名称，编号和历史不变。`,
  closed: (name: string, day: string) =>
    `已关闭部门：${name}，自${day}起不再应报，历史记录保留。发送 /部门 恢复 ${name} 可以恢复。`,
  reopened: (name: string, day: string) =>
    `已恢复部门：${name}，自${day}起重新计入应报；通讯员、编号和历史不变，关闭期间不计应报。`,
  closedList: (names: string) => `已关闭：${names}。恢复请发送 /部门 恢复 部门名`,
  title: '部门和通讯员',
  empty: '还没有部门。发送 /部门 新增 规划科 耕地科 建立名单。',
  none: '（未定通讯员）',
};

const en: typeof zh = {
  summary: 'Manages the departments',
  args: {
    action: 'add, rename, close, reopen or list',
    names: 'department',
    oldName: 'old name',
    newName: 'new name',
  },
  added: (names, day) => `Added: ${names}. They owe reports from ${day} on.`,
  renamed: (from, to, day) => `Renamed: ${from} → ${to} from ${day} on. Numbers and history stay.`,
  closed: (name, day) =>
    `Closed: ${name} from ${day} on. Its history stays. /dept reopen ${name} takes it back.`,
  reopened: (name, day) =>
    `Reopened: ${name} from ${day} on, with its people, numbers and history. It owes nothing for the time between.`,
  closedList: (names) => `Closed: ${names}. To take one back: /dept reopen NAME`,
  title: 'Departments and correspondents',
  empty: 'There are no departments yet. Send /dept add NAME NAME.',
  none: '(no correspondent)',
};

const args = z.discriminatedUnion('action', [
  z.strictObject({ action: z.literal('add'), names: z.array(NAME).min(1).max(50) }),
  z.strictObject({ action: z.literal('rename'), names: z.tuple([z.string(), NAME]) }),
  z.strictObject({ action: z.literal('close'), names: z.tuple([z.string()]) }),
  z.strictObject({ action: z.literal('reopen'), names: z.tuple([z.string()]) }),
  z.strictObject({ action: z.literal('list'), names: z.tuple([]) }),
]);

export const command = defineCommand({
  name: 'dept',
  aliases: ['部门'],
  roles: ['admin'],
  words: { 'zh-CN': zh, en },
  shape: {
    actions: {
      add: ['新增', '添加', '增加'],
      rename: ['改名', '更名'],
      close: ['关闭', '撤销'],
      reopen: ['恢复'],
      list: ['列表', '查看'],
    },
    defaultAction: 'list',
    list: 'names',
  },
  args,
  examples: ['新增 规划科 耕地科', '改名 规划科 空间规划科', '关闭 耕地科', '恢复 耕地科', '列表'],
  async run(ctx, input, words) {
    if (input.action === 'list') return showList(ctx, words);
    const text = await change(ctx, input, words);
    await ctx.audit(`dept.${input.action}`, input.names);
    await ctx.reply({ kind: 'notice', text });
  },
});

async function change(
  ctx: CommandContext,
  input: Exclude<z.output<typeof args>, { action: 'list' }>,
  words: typeof zh,
): Promise<string> {
  const day = ctx.today.toString();
  const shown = describeDay(ctx.today);
  if (input.action === 'add') {
    const names = [...new Set(input.names)];
    for (const name of names) await add(ctx, name);
    return words.added(names.join('、'), shown);
  }
  if (input.action === 'reopen') return reopen(ctx, input.names[0], words);
  const [name, newName] = input.names;
  const department = findDepartment(await openDepartments(ctx), name, ctx);
  if (newName === undefined) {
    await ctx.repos.departments.close(department.id, day);
    return words.closed(name, shown);
  }
  await refuseTaken(ctx, newName);
  await ctx.repos.departments.rename(department.id, newName, day);
  return words.renamed(name, newName, shown);
}

async function add(ctx: CommandContext, name: string): Promise<void> {
  await refuseTaken(ctx, name);
  const openedOn = ctx.today.toString();
  await ctx.repos.departments.add({ id: ctx.ids.next(), groupId: ctx.group.id, name, openedOn });
}

/** Of several that bore the name, the one that was closed last. Its correspondents were never taken away. */
async function reopen(ctx: CommandContext, written: string, words: typeof zh): Promise<string> {
  const closed = await closedDepartments(ctx);
  const department = matchDepartment(closed, written, ctx);
  if (department === undefined) {
    throw new UserError('department.not-closed', { name: written, known: nameList(closed, ctx) });
  }
  const name = departmentName(department, ctx.today);
  await refuseTaken(ctx, name);
  await ctx.repos.departments.reopen(department.id, ctx.today.toString());
  return words.reopened(name, describeDay(ctx.today));
}

/** The last to be closed first. */
async function closedDepartments(ctx: CommandContext): Promise<readonly Department[]> {
  const all = await ctx.repos.departments.list(ctx.group.id);
  return all
    .filter(({ closedOn }) => closedOn !== undefined)
    .toSorted((left, right) => ((left.closedOn ?? '') > (right.closedOn ?? '') ? -1 : 1));
}

async function refuseTaken(ctx: CommandContext, name: string): Promise<void> {
  const open = await openDepartments(ctx);
  if (open.some((department) => departmentName(department, ctx.today) === name)) {
    throw new UserError('department.taken', { name });
  }
}

async function showList(ctx: CommandContext, words: typeof zh): Promise<void> {
  const departments = await openDepartments(ctx);
  const closed = await closedDepartments(ctx);
  if (departments.length === 0) return ctx.reply({ kind: 'notice', text: words.empty });
  const today = ctx.today.toString();
  const reporters = departments.map((department) => reportersOn(department, today));
  const names = await ctx.repos.people.names(reporters.flat().map((reporter) => reporter.personId));
  await ctx.reply({
    tone: 'info',
    title: words.title,
    blocks: [
      {
        kind: 'fields',
        fields: departments.map((department, index) => ({
          label: departmentName(department, ctx.today),
          value:
            (reporters[index] ?? []).map(({ personId }) => names.get(personId) ?? personId).join('、') ||
            words.none,
        })),
      },
      ...(closed.length > 0
        ? [{ kind: 'note', text: words.closedList(nameList(closed, ctx)) } as const]
        : []),
    ],
  });
}

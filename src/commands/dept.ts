import { z } from 'zod';
import type { CommandContext } from '../bot/context.ts';
import { defineCommand } from '../bot/define-command.ts';
import {
  findDepartment,
  matchDepartment,
  nameList,
  openDepartments,
} from '../bot/items/choose-department.ts';
import { takeStart } from '../bot/roster/read-start.ts';
import {
  addDepartment,
  closedDepartments,
  mergeDepartments,
  refuseTaken,
  reopenDepartment,
  splitDepartment,
} from '../bot/roster/reorganize.ts';
import {
  type Department,
  departmentName,
  type Reporter,
  reportersOn,
} from '../domain/department/department.ts';
import { HIGHEST_QUOTA, quotaOn } from '../domain/department/quota-history.ts';
import { describeDay } from '../domain/period/week.ts';
import type { PlainDate } from '../kernel/clock.ts';

/** A name that item numbers and report tables can carry: no separators, no line breaks, not longer than a table cell. */
const NAME = /^[\p{L}\p{N}（）()·]{1,20}$/u;

const zh = {
  summary: '管理部门名单和每周报送任务',
  args: { action: '操作', names: '部门' },
  added: (names: string, day: string) => `已新增部门：${names}。自${day}起计入应报。`,
  renamed: (from: string, to: string, day: string) =>
    `已改名：${from} → ${to}，自${day}起使用新名称，编号和历史不变。`,
  closed: (name: string, day: string) =>
    `已关闭部门：${name}，自${day}起不再应报，历史记录保留。发送 /部门 恢复 ${name} 可以恢复。`,
  reopened: (name: string, day: string) =>
    `已恢复部门：${name}，自${day}起重新计入应报；通讯员、编号和历史不变，关闭期间不计应报。`,
  closedList: (names: string) => `已关闭：${names}。恢复请发送 /部门 恢复 部门名`,
  merged: (from: string, to: string, day: string) =>
    `已合并：${from} → ${to}，自${day}起由${to}应报；当周已报的信息算作${to}的，历史记录保留。`,
  split: (from: string, to: string, day: string) =>
    `已拆分：${from} → ${to}，自${day}起分别应报，历史记录保留。`,
  carried: (names: string) => `原通讯员一并转入：${names}。要调整请发送 /通讯员。`,
  stillOwed: (items: number) =>
    items === 0 ? '仍为自愿报送。' : items === 1 ? '' : `每周任务仍为 ${items} 条。`,
  quota: (names: string, items: number, day: string) =>
    `已调整：${names}自${day}起每周应报 ${items} 条，按当周报送日的任务计。`,
  voluntary: (names: string, day: string) =>
    `已调整：${names}自${day}起自愿报送，不计应报，不会被催报；报送的信息照常统计。`,
  badName: (name: string) => `“${name}”不能用作部门名称（1 至 20 个字，不含空格和符号）。`,
  badRename: '请写原名称和新名称，各一个。',
  badQuota: (most: number) => `请在部门后面写每周应报的条数（1 至 ${most}），或写“自愿”。`,
  badMerger: '请写两个以上的部门，最后一个是合并后的名称。',
  badSplit: '请先写原部门，再写拆分后的两个以上部门。',
  title: '部门和通讯员',
  empty: '还没有部门。发送 /部门 新增 规划科 耕地科 建立名单。',
  none: '（未定通讯员）',
  weekly: (items: number) => `（每周 ${items} 条）`,
  freely: '（自愿报送）',
};

const en: typeof zh = {
  summary: 'Manages the departments and what they owe a week',
  args: { action: 'action', names: 'department' },
  added: (names, day) => `Added: ${names}. They owe reports from ${day} on.`,
  renamed: (from, to, day) => `Renamed: ${from} → ${to} from ${day} on. Numbers and history stay.`,
  closed: (name, day) =>
    `Closed: ${name} from ${day} on. Its history stays. /dept reopen ${name} takes it back.`,
  reopened: (name, day) =>
    `Reopened: ${name} from ${day} on, with its people, numbers and history. It owes nothing for the time between.`,
  closedList: (names) => `Closed: ${names}. To take one back: /dept reopen NAME`,
  merged: (from, to, day) =>
    `Merged: ${from} → ${to} from ${day} on. What they sent this week counts for ${to}.`,
  split: (from, to, day) => `Split: ${from} → ${to} from ${day} on. Its history stays.`,
  carried: (names) => ` Their correspondents come along: ${names}. /reporter changes that.`,
  stillOwed: (items) =>
    items === 0 ? ' Still voluntary.' : items === 1 ? '' : ` Still ${items} items a week.`,
  quota: (names, items, day) => `${names} owe ${items} items a week from ${day} on.`,
  voluntary: (names, day) => `${names} owe nothing from ${day} on; what they send still counts.`,
  badName: (name) => `"${name}" cannot be a department's name (1 to 20 letters or digits).`,
  badRename: 'Write the old name and the new one.',
  badQuota: (most) => `Write how many items a week after the department (1 to ${most}), or "voluntary".`,
  badMerger: 'Name two departments or more; the last one is what they become.',
  badSplit: 'Name the department first, then the two or more it becomes.',
  title: 'Departments and correspondents',
  empty: 'There are no departments yet. Send /dept add NAME NAME.',
  none: '(no correspondent)',
  weekly: (items) => ` (${items} a week)`,
  freely: ' (voluntary)',
};

export const command = defineCommand({
  name: 'dept',
  aliases: ['部门'],
  roles: ['admin'],
  words: { 'zh-CN': zh, en },
  shape: {
    actions: {
      add: ['新增', '添加', '增加'],
      rename: ['改名', '更名'],
      quota: ['任务'],
      merge: ['合并'],
      split: ['拆分'],
      close: ['关闭', '撤销', '停用', '删除'],
      reopen: ['恢复'],
      list: ['列表', '查看'],
    },
    defaultAction: 'list',
    list: 'names',
  },
  args: z.discriminatedUnion('action', [
    z.strictObject({ action: z.literal('list'), names: z.tuple([]) }),
    z.strictObject({ action: z.enum(['add', 'close', 'reopen']), names: z.array(z.string()).min(1).max(50) }),
    z.strictObject({
      action: z.enum(['rename', 'quota', 'merge', 'split']),
      names: z.array(z.string()).min(2).max(50),
    }),
  ]),
  examples: [
    '新增 规划科 耕地科',
    '改名 规划科 空间规划科 自12月1日起',
    '任务 规划科 2',
    '任务 登记中心 自愿',
    '合并 规划科 耕地科 为 空间规划科',
    '拆分 规划科 为 规划一科 规划二科',
    '关闭 耕地科',
    '恢复 耕地科',
    '列表',
  ],
  async run(ctx, { action, names }, words) {
    if (action === 'list') return showList(ctx, words);
    const { words: named, from } = takeStart(dropJoints(names), ctx.today);
    const change = { names: named, from, day: describeDay(from), words };
    const { detail, text } = await CHANGES[action](ctx, change);
    await ctx.audit(`dept.${action}`, detail);
    await ctx.reply({ kind: 'notice', text });
  },
});

interface Change {
  readonly names: readonly string[];
  readonly from: PlainDate;
  /** `from` in words. */
  readonly day: string;
  readonly words: typeof zh;
}

/** What is told, and what the log keeps: names, or what was before and what came after. */
interface Changed {
  readonly detail: readonly string[];
  readonly text: string;
}

const CHANGES = { add, close, reopen, rename, quota, merge, split } satisfies Record<
  string,
  (ctx: CommandContext, change: Change) => Promise<Changed>
>;

async function add(ctx: CommandContext, { names, from, day, words }: Change): Promise<Changed> {
  const added = [...new Set(names)];
  for (const name of added) await addDepartment(ctx, { name: checkName(ctx, name, words), from });
  return { detail: added, text: words.added(added.join('、'), day) };
}

async function close(ctx: CommandContext, { names, from, day, words }: Change): Promise<Changed> {
  for (const { id } of await findAll(ctx, names)) await ctx.repos.departments.close(id, from.toString());
  return { detail: names, text: words.closed(names.join('、'), day) };
}

async function reopen(ctx: CommandContext, { names, from, day, words }: Change): Promise<Changed> {
  for (const name of names) await reopenDepartment(ctx, name, from);
  return { detail: names, text: words.reopened(names.join('、'), day) };
}

async function rename(ctx: CommandContext, { names, from, day, words }: Change): Promise<Changed> {
  const [old = '', name = '', ...more] = names;
  if (name === '' || more.length > 0) return ctx.misuse(words.badRename);
  const { id } = findDepartment(await openDepartments(ctx), old, ctx);
  await refuseTaken(ctx, checkName(ctx, name, words), from);
  await ctx.repos.departments.rename(id, name, from.toString());
  return { detail: [old, name], text: words.renamed(old, name, day) };
}

async function quota(ctx: CommandContext, { names, from, day, words }: Change): Promise<Changed> {
  const own = names.slice(0, -1);
  const items = readQuota(names.at(-1) ?? '');
  if (items === undefined || own.length === 0) return ctx.misuse(words.badQuota(HIGHEST_QUOTA));
  for (const { id } of await findAll(ctx, own)) {
    await ctx.repos.departments.setQuota(id, items, from.toString());
  }
  const shown = own.join('、');
  const text = items === 0 ? words.voluntary(shown, day) : words.quota(shown, items, day);
  return { detail: [shown, String(items)], text };
}

async function merge(ctx: CommandContext, { names, from, day, words }: Change): Promise<Changed> {
  const name = names.at(-1) ?? '';
  const open = await openDepartments(ctx);
  const into = matchDepartment(open, name, ctx);
  const named = new Set(names.slice(0, -1).map((each) => findDepartment(open, each, ctx)));
  const sources = [...named].filter((department) => department !== into);
  if (sources.length < (into ? 1 : 2)) return ctx.misuse(words.badMerger);
  const merger = { sources, into: into ?? checkName(ctx, name, words), from };
  const carried = await mergeDepartments(ctx, merger);
  const before = names.slice(0, -1).join('、');
  const owed = quotaOn((into ?? sources[0])?.quotas ?? [], from);
  const rest = await tellCarried(ctx, { carried, owed, words });
  return { detail: [before, name], text: words.merged(before, name, day) + rest };
}

async function split(ctx: CommandContext, { names, from, day, words }: Change): Promise<Changed> {
  const [whole = '', ...written] = names;
  const parts = [...new Set(written)];
  if (parts.length < 2) return ctx.misuse(words.badSplit);
  const source = findDepartment(await openDepartments(ctx), whole, ctx);
  for (const name of parts) checkName(ctx, name, words);
  const carried = await splitDepartment(ctx, { source, names: parts, from });
  const after = parts.join('、');
  const rest = await tellCarried(ctx, { carried, owed: quotaOn(source.quotas, from), words });
  return { detail: [whole, after], text: words.split(whole, after, day) + rest };
}

/** `规划科 耕地科 为 空间规划科`, `→`, `to`: what stands between names is none. */
function dropJoints(words: readonly string[]): readonly string[] {
  return words
    .map((word) => word.replace(/^[为成到](?=.{2})/u, ''))
    .filter((word) => !/^(?:合并|拆分)?[为成到]$|^(?:→|->|to|into)$/iu.test(word));
}

function checkName(ctx: CommandContext, name: string, words: typeof zh): string {
  return NAME.test(name) ? name : ctx.misuse(words.badName(name));
}

/** `2`, `２条`, `每周2条`, `自愿`. Undefined for what is none, or too much. */
function readQuota(written: string): number | undefined {
  const typed = written.normalize('NFKC').toLowerCase();
  if (['自愿', '自愿报送', 'voluntary'].includes(typed)) return 0;
  const items = Number(/^(?:每周)?(\d{1,2})条?$/.exec(typed)?.[1] ?? Number.NaN);
  return items <= HIGHEST_QUOTA ? items : undefined;
}

async function findAll(ctx: CommandContext, names: readonly string[]): Promise<readonly Department[]> {
  const open = await openDepartments(ctx);
  return names.map((name) => findDepartment(open, name, ctx));
}

/** What goes on as it was: the people, and what is owed where that is not the usual item a week. */
async function tellCarried(
  ctx: CommandContext,
  { carried, owed, words }: { carried: readonly Reporter[]; owed: number; words: typeof zh },
): Promise<string> {
  const names = await ctx.repos.people.names(carried.map(({ personId }) => personId));
  const people = carried.map(({ personId }) => names.get(personId) ?? personId).join('、');
  return words.stillOwed(owed) + (people === '' ? '' : words.carried(people));
}

async function showList(ctx: CommandContext, words: typeof zh): Promise<void> {
  const departments = await openDepartments(ctx);
  if (departments.length === 0) return ctx.reply({ kind: 'notice', text: words.empty });
  const today = ctx.today.toString();
  const reporters = departments.map((department) => reportersOn(department, today));
  const names = await ctx.repos.people.names(reporters.flat().map((reporter) => reporter.personId));
  const fields = departments.map((department, index) => {
    const people = (reporters[index] ?? []).map(({ personId }) => names.get(personId) ?? personId);
    const owed = quotaOn(department.quotas, ctx.today);
    const quota = owed === 0 ? words.freely : owed === 1 ? '' : words.weekly(owed);
    return { label: departmentName(department, ctx.today), value: (people.join('、') || words.none) + quota };
  });
  const closed = await closedDepartments(ctx);
  const notes =
    closed.length > 0 ? [{ kind: 'note', text: words.closedList(nameList(closed, ctx)) } as const] : [];
  await ctx.reply({ tone: 'info', title: words.title, blocks: [{ kind: 'fields', fields }, ...notes] });
}

import { z } from 'zod';
import { findCommission } from '../bot/commission/answer-commission.ts';
import { askDepartments, tellDepartments } from '../bot/commission/ask-departments.ts';
import { commissionLine, commissionState } from '../bot/commission/commission-card.ts';
import type { CommandContext } from '../bot/context.ts';
import { defineCommand } from '../bot/define-command.ts';
import { findDepartment, openDepartments } from '../bot/items/choose-department.ts';
import { commissionRef, openDepartmentsOf } from '../domain/commission/commission.ts';
import { parseDueDate } from '../domain/commission/parse-due-date.ts';
import { splitCommission } from '../domain/commission/split-commission.ts';
import type { Department } from '../domain/department/department.ts';
import { toStamp } from '../kernel/clock.ts';
import { UserError } from '../kernel/errors.ts';

const zh = {
  summary: '向部门约稿，查看和取消约稿',
  args: { action: '私信、列表或取消', text: '部门 主题｜要求 截止：日期' },
  noTopic: '缺少约稿的主题。',
  noDue: '缺少截止日期，请加上“截止：11月25日”这样的一句。',
  past: (day: string) => `截止日期“${day}”已经过去。`,
  tooLong: (is: number, most: number) => `要求写了 ${is} 字，最多 ${most} 字；更长的材料请另发文件。`,
  sent: (ref: string, where: 'group' | 'private') =>
    `约稿 ${ref} 已${where === 'group' ? '发到工作群' : '私信各部门通讯员'}。截止前一个工作日和当天会提醒未交稿的部门；取消请发送 /约稿 取消 ${ref}。`,
  title: '约稿',
  overdue: '已过截止日期',
  none: '没有未截止的约稿。发起请发送：/约稿 规划科、耕地科 主题｜要求 截止：11月25日',
  which: '请写明要取消哪一个，例如 c3。',
  unknown: (written: string) => `没有找到约稿“${written}”。发送 /约稿 查看现有约稿。`,
  cancelled: (line: string) => `已取消约稿 ${line}。已交的稿件照常保留。`,
  told: (line: string) => `约稿 ${line}，现已取消，不用再报。`,
};

const en: typeof zh = {
  summary: 'Asks departments for a text; lists and cancels what was asked',
  args: { action: 'private, list or cancel', text: 'departments topic|what is asked for due: date' },
  noTopic: 'The topic is missing.',
  noDue: 'The due date is missing: add "due: 2026-11-25".',
  past: (day) => `The due date "${day}" is over.`,
  tooLong: (is, most) =>
    `What is asked for has ${is} characters, at most ${most} are possible; send more as a file.`,
  sent: (ref, where) =>
    `Commission ${ref} has gone to ${where === 'group' ? 'the group' : 'the correspondents'}. Who has not sent it is reminded; cancel it by /commission cancel ${ref}.`,
  title: 'Commissions',
  overdue: 'Past their due date',
  none: 'Nothing is asked for at present. To ask: /commission DEPARTMENTS TOPIC|TEXT due: DATE',
  which: 'Say which one to cancel, such as c3.',
  unknown: (written) => `There is no commission "${written}". /commission lists them.`,
  cancelled: (line) => `Cancelled ${line}. What was sent in stays.`,
  told: (line) => `Cancelled, nothing to send any more: ${line}.`,
};

/** How far back the list goes for commissions past their due date, in days. */
const LISTED_DAYS = 30;
/** Longest text of what is asked for, in characters: it has to be read on a card. */
const LONGEST_BRIEF = 1000;
const EVERYBODY = ['全体', '各部门', '所有部门', 'all'];

export const command = defineCommand({
  name: 'commission',
  aliases: ['约稿'],
  roles: ['lead', 'admin'],
  words: { 'zh-CN': zh, en },
  shape: {
    actions: { ask: ['新增'], private: ['私信'], list: ['列表'], cancel: ['取消'] },
    defaultAction: 'ask',
    rest: 'text',
  },
  args: z.strictObject({
    action: z.enum(['ask', 'private', 'list', 'cancel']),
    text: z.string().max(5000).optional(),
  }),
  examples: [
    '规划科 国土空间规划宣传｜写一篇基层一线的做法，800字左右 截止：12月1日',
    '',
    '私信 规划科 冬季森林防火 截止：12月1日',
    '取消 c1',
  ],
  async run(ctx, { action, text }, words) {
    if (action === 'cancel') return cancel(ctx, text?.trim() ?? '', words);
    if (action === 'list' || text === undefined) return list(ctx, words);
    await ask(ctx, { text, privately: action === 'private' }, words);
  },
});

async function ask(
  ctx: CommandContext,
  { text, privately }: { text: string; privately: boolean },
  words: typeof zh,
): Promise<void> {
  const split = splitCommission(text);
  const departments = await readDepartments(ctx, split.departments);
  if (split.topic === '') return ctx.misuse(words.noTopic);
  const length = [...split.brief].length;
  if (length > LONGEST_BRIEF) return ctx.misuse(words.tooLong(length, LONGEST_BRIEF));
  const commission = await ctx.repos.commissions.insert({
    id: ctx.ids.next(),
    groupId: ctx.group.id,
    topic: split.topic,
    brief: split.brief,
    dueOn: readDue(ctx, split.due, words),
    departmentIds: departments.map(({ id }) => id),
    askedBy: ctx.actor.id,
    askedAt: toStamp(ctx.now),
  });
  await askDepartments(ctx, commission, { departments, privately });
  const ref = commissionRef(commission);
  await ctx.audit('commission.ask', { item: ref, departments: departments.length });
  await ctx.reply({ kind: 'notice', text: words.sent(ref, privately ? 'private' : 'group') });
}

/** In the bureau's order, each once, however they were written. */
async function readDepartments(
  ctx: CommandContext,
  names: readonly string[],
): Promise<readonly Department[]> {
  const open = await openDepartments(ctx);
  const [only = '', second] = names;
  if (second === undefined && EVERYBODY.includes(only.toLowerCase()) && open.length > 0) return open;
  const named = (names.length > 0 ? names : ['']).map((name) => findDepartment(open, name, ctx));
  return open.filter((department) => named.includes(department));
}

function readDue(ctx: CommandContext, written: string | undefined, words: typeof zh): string {
  if (written === undefined || written === '') return ctx.misuse(words.noDue);
  const answer = parseDueDate(written, ctx.today);
  if (answer.kind !== 'ok') throw new UserError(`date.${answer.kind}`, { date: written });
  const day = answer.date.toString();
  return day < ctx.today.toString() ? ctx.misuse(words.past(day)) : day;
}

async function list(ctx: CommandContext, words: typeof zh): Promise<void> {
  const today = ctx.today.toString();
  const since = ctx.today.subtract({ days: LISTED_DAYS }).toString();
  const all = await ctx.repos.commissions.dueFrom(ctx.group.id, since);
  if (all.length === 0) return ctx.reply({ kind: 'notice', text: words.none });
  const departments = await ctx.repos.departments.list(ctx.group.id);
  const lines = (isOver: boolean) =>
    all
      .filter(({ dueOn }) => dueOn < today === isOver)
      .map((one) => `${commissionLine(ctx.locale, one)}：${commissionState(ctx, one, departments)}`);
  const [open, over] = [lines(false), lines(true)];
  await ctx.reply({
    tone: 'info',
    title: words.title,
    blocks: [
      open.length > 0 ? { kind: 'list', items: open } : { kind: 'text', text: words.none },
      ...(over.length > 0 ? [{ kind: 'list' as const, title: words.overdue, items: over }] : []),
    ],
  });
}

async function cancel(ctx: CommandContext, written: string, words: typeof zh): Promise<void> {
  if (written === '') return ctx.misuse(words.which);
  const commission = await findCommission(ctx, written);
  if (commission === undefined) return ctx.misuse(words.unknown(written));
  await ctx.repos.commissions.cancel(commission.id, toStamp(ctx.now));
  const ref = commissionRef(commission);
  await ctx.audit('commission.cancel', { item: ref });
  const line = commissionLine(ctx.locale, commission);
  const open = openDepartmentsOf(commission);
  const departments = await openDepartments(ctx);
  await tellDepartments(
    ctx,
    departments.filter(({ id }) => open.includes(id)),
    { key: `commission-cancelled:${commission.id}`, text: words.told(line) },
  );
  await ctx.reply({ kind: 'notice', text: words.cancelled(line) });
}

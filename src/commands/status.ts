import { z } from 'zod';
import { isAllowed } from '../bot/authorize.ts';
import { commissionLabel, commissionLine, commissionState } from '../bot/commission/commission-card.ts';
import type { CommandContext } from '../bot/context.ts';
import { defineCommand } from '../bot/define-command.ts';
import { gatherFacts } from '../bot/duty/gather-facts.ts';
import { labelOf, readWeekDuty, type WeekDuty } from '../bot/duty/read-duty.ts';
import type { Card, CardBlock } from '../domain/message/card.ts';
import { describeMonth } from '../domain/period/month.ts';
import { parseMonth, parseWeek } from '../domain/period/parse-period.ts';
import { describeDay, describeWeek, weekOf } from '../domain/period/week.ts';
import { DUTY_ANSWERS } from '../domain/report/facts.ts';
import { summarizeMonth } from '../domain/report/summarize-month.ts';
import { UserError } from '../kernel/errors.ts';
import { texts } from '../kernel/text/texts.ts';

const zh = {
  summary: '查看本周或某月的报送进度',
  args: { period: '周次或月份' },
  weekTitle: (week: string, days: string) => `报送进度 ${week}（${days}）`,
  monthTitle: (month: string) => `报送进度 ${month}`,
  nobody: '这一周没有工作日，无需报送。',
  due: (day: string, time: string, grace: number) =>
    `截止 ${day}${time}${grace > 0 ? `（宽限 ${grace} 分钟）` : ''}`,
  open: (owed: number, missing: number) =>
    owed === 0
      ? '没有部门应报'
      : `应报 ${owed} 个部门，${missing > 0 ? `还有 ${missing} 个未报` : '已全部报齐'}`,
  count: (n: number) => `${n} 个部门`,
  voluntary: (n: number, items: number) => `${n} 个部门，报送 ${items} 条`,
  items: '信息',
  itemCount: (n: number) => `${n} 条`,
  inReview: '待审或退回',
  owed: '应报周次',
  answered: '已报周次',
  missing: '未报周次',
};

const en: typeof zh = {
  summary: 'Shows how far a week or month is',
  args: { period: 'week or month' },
  weekTitle: (week, days) => `Status ${week} (${days})`,
  monthTitle: (month) => `Status ${month}`,
  nobody: 'Nobody owes this week.',
  due: (day, time, grace) => `Due ${day} ${time}${grace > 0 ? ` (and ${grace} minutes of grace)` : ''}`,
  open: (owed, missing) => `${owed} departments owe this week, ${missing} of them still missing`,
  count: (n) => `${n} departments`,
  voluntary: (n, items) => `${n} departments, ${items} items`,
  items: 'Items',
  itemCount: (n) => String(n),
  inReview: 'In review or returned',
  owed: 'Weeks owed',
  answered: 'Weeks answered',
  missing: 'Weeks missing',
};

type Field = Extract<CardBlock, { kind: 'fields' }>['fields'][number];

export const command = defineCommand({
  name: 'status',
  aliases: ['进度'],
  roles: ['member'],
  words: { 'zh-CN': zh, en },
  shape: { positional: ['period'] },
  args: z.strictObject({ period: z.string().optional() }),
  examples: ['', '上周', '2026-11'],
  async run(ctx, { period }, words) {
    const month = period === undefined ? undefined : parseMonth(period, ctx.today);
    if (month !== undefined) return ctx.reply(await monthCard(ctx, month, words));
    const week = period === undefined ? weekOf(ctx.today) : parseWeek(period, ctx.today);
    if (week === undefined) throw new UserError('period.unknown', { text: period ?? '' });
    await ctx.reply(await weekCard(ctx, week, words));
  },
});

/** Everyone sees the counts; those who answer for the month see the names. */
async function weekCard(ctx: CommandContext, week: string, words: typeof zh): Promise<Card> {
  const duty = await readWeekDuty(ctx, week);
  const title = words.weekTitle(week, describeWeek(week));
  if (duty.dutyDay === undefined)
    return { tone: 'neutral', title, blocks: [{ kind: 'text', text: words.nobody }] };
  const missing = duty.answers.filter(({ answer }) => answer === 'missing').length;
  const { dueTime, graceMinutes } = ctx.group.settings.reminders;
  const due = words.due(describeDay(duty.dutyDay), dueTime, graceMinutes);
  return {
    tone: missing > 0 ? 'warning' : 'success',
    title,
    blocks: [
      { kind: 'text', text: words.open(duty.answers.length, missing) },
      { kind: 'fields', fields: [...answerFields(ctx, duty, words), ...voluntaryFields(ctx, duty, words)] },
      ...(await commissionBlocks(ctx)),
      { kind: 'note', text: due },
    ],
  };
}

/** What is asked for and not due yet, where there is anything. */
async function commissionBlocks(ctx: CommandContext): Promise<CardBlock[]> {
  const open = await ctx.repos.commissions.dueFrom(ctx.group.id, ctx.today.toString());
  if (open.length === 0) return [];
  const departments = seesNames(ctx) ? await ctx.repos.departments.list(ctx.group.id) : [];
  const items = open.map(
    (one) => `${commissionLine(ctx.locale, one)}：${commissionState(ctx, one, departments)}`,
  );
  return [{ kind: 'list', title: commissionLabel(ctx.locale), items }];
}

function answerFields(ctx: CommandContext, { answers }: WeekDuty, words: typeof zh): Field[] {
  const { answers: labels, list } = texts(ctx.locale);
  return DUTY_ANSWERS.map((answer) => {
    const names = answers.filter((entry) => entry.answer === answer).map((entry) => labelOf(ctx, entry));
    const count = words.count(names.length);
    const value = seesNames(ctx) && names.length > 0 ? `${count}：${list(names)}` : count;
    return { label: labels[answer], value };
  });
}

/** Departments that owe nothing stand apart, and only where there are any. */
function voluntaryFields(ctx: CommandContext, { voluntary }: WeekDuty, words: typeof zh): Field[] {
  if (voluntary.length === 0) return [];
  const { voluntary: label, list } = texts(ctx.locale);
  const items = voluntary.reduce((sum, { sent }) => sum + sent, 0);
  const count = words.voluntary(voluntary.length, items);
  const names = list(voluntary.map(({ name }) => name));
  return [{ label, value: seesNames(ctx) ? `${count}：${names}` : count }];
}

function seesNames({ actor }: CommandContext): boolean {
  return isAllowed(actor, ['lead', 'chief', 'admin']);
}

async function monthCard(ctx: CommandContext, month: string, words: typeof zh): Promise<Card> {
  const summary = summarizeMonth(await gatherFacts(ctx, month, 1));
  const { answers: labels, list } = texts(ctx.locale);
  const fields = [
    { label: words.items, value: words.itemCount(summary.submitted) },
    { label: labels.late, value: words.itemCount(summary.late) },
    { label: words.inReview, value: words.itemCount(summary.heldBack.inReview) },
    { label: words.owed, value: String(summary.owed) },
    { label: words.answered, value: String(summary.answered) },
    { label: labels.nil, value: String(summary.nil) },
    { label: labels.excused, value: String(summary.excused) },
  ];
  const missing = summary.missing.map((entry) => `${entry.department}：${list(entry.weeks)}`);
  const names: CardBlock[] =
    seesNames(ctx) && missing.length > 0 ? [{ kind: 'list', title: words.missing, items: missing }] : [];
  return {
    tone: missing.length > 0 ? 'warning' : 'success',
    title: words.monthTitle(describeMonth(month)),
    blocks: [{ kind: 'fields', fields }, ...names],
  };
}

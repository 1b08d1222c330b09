import { z } from 'zod';
import { isAllowed } from '../bot/authorize.ts';
import type { CommandContext } from '../bot/context.ts';
import { defineCommand } from '../bot/define-command.ts';
import { gatherFacts } from '../bot/duty/gather-facts.ts';
import { readWeekDuty } from '../bot/duty/read-duty.ts';
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
  due: (day: string, time: string) => `截止 ${day}${time}`,
  count: (n: number) => `${n} 个部门`,
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
  due: (day, time) => `Due ${day} ${time}`,
  count: (n) => `${n} departments`,
  items: 'Items',
  itemCount: (n) => String(n),
  inReview: 'In review or returned',
  owed: 'Weeks owed',
  answered: 'Weeks answered',
  missing: 'Weeks missing',
};

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
  const { answers: labels, list } = texts(ctx.locale);
  const named = isAllowed(ctx.actor, ['lead', 'chief', 'admin']);
  const fields = DUTY_ANSWERS.map((answer) => {
    const names = duty.answers.filter((entry) => entry.answer === answer).map((entry) => entry.name);
    const value =
      named && names.length > 0 ? `${words.count(names.length)}：${list(names)}` : words.count(names.length);
    return { label: labels[answer], value };
  });
  const due = words.due(describeDay(duty.dutyDay), ctx.group.settings.reminders.dueTime);
  return {
    tone: duty.answers.some((entry) => entry.answer === 'missing') ? 'warning' : 'success',
    title,
    blocks: [
      { kind: 'fields', fields },
      { kind: 'note', text: due },
    ],
  };
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
  ];
  const named = isAllowed(ctx.actor, ['lead', 'chief', 'admin']);
  const missing = summary.missing.map((entry) => `${entry.department}：${list(entry.weeks)}`);
  const names: CardBlock[] =
    named && missing.length > 0 ? [{ kind: 'list', title: words.missing, items: missing }] : [];
  return {
    tone: missing.length > 0 ? 'warning' : 'success',
    title: words.monthTitle(describeMonth(month)),
    blocks: [{ kind: 'fields', fields }, ...names],
  };
}

import { z } from 'zod';
import { answerPrivately } from '../bot/answer-privately.ts';
import type { CommandContext } from '../bot/context.ts';
import { defineCommand } from '../bot/define-command.ts';
import { gatherMonths } from '../bot/duty/gather-months.ts';
import type { Card, CardBlock } from '../domain/message/card.ts';
import { monthOf } from '../domain/period/month.ts';
import { describeSpan, isAhead, monthsOf, parseSpan } from '../domain/period/span.ts';
import { countPoints, type DepartmentPoints, type PointsFacts } from '../domain/points/count-points.ts';
import { type PointsRule, writePoints } from '../domain/points/points-rule.ts';
import { joinFacts } from '../domain/report/join-facts.ts';
import { toStamp } from '../kernel/clock.ts';

const zh = {
  summary: '查看某月、某季或全年的积分（须先启用）',
  args: { span: '月份、季度或年份' },
  off: '本群不计积分。确需使用的，由管理员发送 /设置 积分 开。',
  unknown: (text: string) => `没看懂“${text}”，请写成 10月、第三季度、2026-Q3 或 2026年。`,
  future: '这个时段还没有到。',
  title: (span: string) => `${span}积分`,
  sent: '已私信给您。',
  columns: ['部门', '报送', '采用', '积分'],
  unregistered: '—',
  note: (rule: string) =>
    `${rule}；一条信息多次刊发按最高级别计一次。只计审核通过、可以公开的信息；按部门顺序排列，仅发给您本人。`,
};

const en: typeof zh = {
  summary: 'Shows the points of a month, a quarter or a year (where they are switched on)',
  args: { span: 'month, quarter or year' },
  off: 'This group counts no points. Its admin can switch them on: /config points on.',
  unknown: (text) => `"${text}" is no span. Write 2026-10, 2026-Q3 or 2026.`,
  future: 'That time is yet to come.',
  title: (span) => `Points in ${span}`,
  sent: 'Sent to you in private.',
  columns: ['Department', 'Sent in', 'Printed', 'Points'],
  unregistered: '–',
  note: (rule) =>
    `${rule}. What is printed several times counts once; only approved items that may be published count. Sent to you alone.`,
};

export const command = defineCommand({
  name: 'points',
  aliases: ['积分'],
  roles: ['lead', 'correspondent'],
  words: { 'zh-CN': zh, en },
  shape: { positional: ['span'] },
  args: z.strictObject({ span: z.string().optional() }),
  examples: ['', '10月', '第三季度', '2026年'],
  async run(ctx, { span: written }, words) {
    const rule = ctx.group.settings.points;
    if (rule === 'off') return ctx.reply({ kind: 'notice', text: words.off });
    const span = written === undefined ? monthOf(ctx.today) : parseSpan(written, ctx.today);
    if (span === undefined) return ctx.misuse(words.unknown(written ?? ''));
    if (isAhead(span, ctx.today)) return ctx.misuse(words.future);
    await sendPoints(ctx, { span, rule, words });
  },
});

/** Nobody is compared with others in front of the group: whoever asks gets them in private, a correspondent their own. */
async function sendPoints(
  ctx: CommandContext,
  { span, rule, words }: { readonly span: string; readonly rule: PointsRule; readonly words: typeof zh },
): Promise<void> {
  const rows = countPoints(await gatherPoints(ctx, span), rule);
  const blocks: CardBlock[] = [
    { kind: 'table', columns: words.columns, rows: ownRows(ctx, rows).map((row) => toCells(row, words)) },
    { kind: 'note', text: words.note(writePoints(rule)) },
  ];
  const card: Card = { tone: 'info', title: words.title(describeSpan(span)), blocks };
  await answerPrivately(ctx, card, { key: 'points', sent: words.sent });
}

async function gatherPoints(ctx: CommandContext, span: string): Promise<PointsFacts> {
  const departments = await ctx.repos.departments.list(ctx.group.id);
  return joinFacts(await gatherMonths(ctx, monthsOf(span)), {
    settings: ctx.group.settings,
    order: departments.map(({ id }) => id),
    cutOff: toStamp(ctx.now),
  });
}

function ownRows(ctx: CommandContext, rows: readonly DepartmentPoints[]): readonly DepartmentPoints[] {
  if (ctx.actor.roles.has('lead')) return rows;
  const own = new Set(ctx.actor.departments.map(({ id }) => id));
  return rows.filter(({ id }) => own.has(id));
}

function toCells({ name, submitted, adopted, points }: DepartmentPoints, words: typeof zh): string[] {
  return [
    name,
    String(submitted),
    adopted === undefined ? words.unregistered : String(adopted),
    String(points),
  ];
}

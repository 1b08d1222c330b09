import { z } from 'zod';
import type { CommandContext } from '../bot/context.ts';
import { defineCommand } from '../bot/define-command.ts';
import { circularOffer } from '../bot/report/circular-offer.ts';
import { compileCircular } from '../bot/report/compile-circular.ts';
import type { CircularFacts } from '../domain/circular/circular-facts.ts';
import type { Card, ClickAnswer } from '../domain/message/card.ts';
import { describeSpan, isAhead, parseSpan, spanDays } from '../domain/period/span.ts';
import { countFacts } from '../domain/report/count-month.ts';
import { texts } from '../kernel/text/texts.ts';

const zh = {
  summary: '生成某月、某季或全年的报送情况通报（Word）',
  args: { span: '月份、季度或年份' },
  future: '这个时段还没有到。',
  unknown: (text: string) => `没看懂“${text}”，请写成 10月、第三季度、2026-Q3 或 2026年。`,
  busy: (span: string) => `${span}的通报正在生成，稍等一会儿就会发到这里。`,
  title: (span: string, version: number) => `${span}报送情况通报 第 ${version} 版`,
  departments: '部门',
  weeks: '报送周次',
  weekCount: (answered: number, owed: number) => `已报 ${answered}，应报 ${owed}`,
  items: '信息',
  itemCount: (n: number) => `${n} 条`,
  nil: '零报告',
  excused: '免报',
  running: '这个时段还没有结束，统计到现在为止。',
  note: 'Word 文件随后发到这里，请核对后再印发。表格按部门顺序排列，不作排名。',
  ranked: 'Word 文件随后发到这里，请核对后再印发。本群已启用积分，文中附有积分表。',
  made: (span: string) => `${span}通报已生成，Word 文件随后发到这里。`,
  already: (span: string, version: number) =>
    `${span}通报已有第 ${version} 版。需要重新生成请发送 /通报 ${span}。`,
};

const en: typeof zh = {
  summary: 'Makes the circular of a month, a quarter or a year as a Word file',
  args: { span: 'month, quarter or year' },
  future: 'That time is yet to come.',
  unknown: (text) => `"${text}" is no span. Write 2026-10, 2026-Q3 or 2026.`,
  busy: (span) => `The circular of ${span} is being made and will arrive here soon.`,
  title: (span, version) => `Circular of ${span}, version ${version}`,
  departments: 'Departments',
  weeks: 'Weeks',
  weekCount: (answered, owed) => `${answered} answered of ${owed} owed`,
  items: 'Items',
  itemCount: (n) => String(n),
  nil: 'Nil reports',
  excused: 'Excused',
  running: 'It is not over yet: these are the figures up to now.',
  note: 'The Word file follows; check it before it goes out. Departments stand in their order, without ranks.',
  ranked:
    'The Word file follows; check it before it goes out. It has a table of points, as this group counts them.',
  made: (span) => `The circular of ${span} is made; the Word file follows.`,
  already: (span, version) => `The circular of ${span} is at version ${version}. Send /circular for another.`,
};

export const command = defineCommand({
  name: 'circular',
  aliases: ['通报'],
  roles: ['lead'],
  words: { 'zh-CN': zh, en },
  shape: { positional: ['span'] },
  args: z.strictObject({ span: z.string() }),
  examples: ['10月', '第三季度', '2026-Q3', '2026年'],
  async run(ctx, { span: written }, words) {
    const span = parseSpan(written, ctx.today);
    if (span === undefined) return ctx.misuse(words.unknown(written));
    if (isAhead(span, ctx.today)) return ctx.misuse(words.future);
    const facts = await compileCircular(ctx, span);
    await ctx.reply(
      facts === 'busy'
        ? { kind: 'notice', text: words.busy(describeSpan(span)) }
        : circularCard(ctx, facts, words),
    );
  },
  clicks: {
    make: { roles: ['lead'], run: (ctx, data, words) => makeOffered(ctx, data.span ?? '', words) },
  },
});

function circularCard(ctx: CommandContext, facts: CircularFacts, words: typeof zh): Card {
  const count = countFacts(facts);
  const isRunning = spanDays(facts.span).last.toString() >= ctx.today.toString();
  return {
    tone: 'success',
    title: words.title(describeSpan(facts.span), facts.version),
    blocks: [
      {
        kind: 'fields',
        fields: [
          { label: words.departments, value: String(count.departments.length) },
          { label: words.weeks, value: words.weekCount(count.answered, count.owed) },
          { label: words.items, value: words.itemCount(count.submitted) },
          { label: words.nil, value: String(count.nil) },
          { label: words.excused, value: String(count.excused) },
        ],
      },
      ...(isRunning ? [{ kind: 'text' as const, text: words.running }] : []),
      { kind: 'note', text: ctx.group.settings.points === 'off' ? words.note : words.ranked },
    ],
  };
}

/** The button of the card that offers a quarter's circular. Several leads have it: the first one makes it. */
async function makeOffered(ctx: CommandContext, offered: string, words: typeof zh): Promise<ClickAnswer> {
  const span = parseSpan(offered, ctx.today);
  if (span === undefined || isAhead(span, ctx.today)) {
    return { tone: 'warning', notice: texts(ctx.locale).click.outdated };
  }
  const name = describeSpan(span);
  const previous = await ctx.repos.reports.latestCircular(ctx.group.id, span);
  if (previous !== undefined) {
    const notice = words.already(name, previous.version);
    return { tone: 'info', notice, card: circularOffer(ctx, span, notice) };
  }
  await compileCircular(ctx, span);
  const notice = words.made(name);
  return { tone: 'success', notice, card: circularOffer(ctx, span, notice) };
}

import { z } from 'zod';
import type { CommandContext } from '../bot/context.ts';
import { defineCommand } from '../bot/define-command.ts';
import { type Asked, readAsked, type Unclear } from '../bot/export/read-asked.ts';
import { sendSecrecyPaper, sendTables } from '../bot/export/send-tables.ts';
import type { ClickAnswer } from '../domain/message/card.ts';
import { weekPeriod } from '../domain/period/period.ts';
import { isWeek, weekOf } from '../domain/period/week.ts';
import { texts } from '../kernel/text/texts.ts';

const zh = {
  summary: '导出统计表、用稿目录、零报告及免报、保密审查汇总表和信息明细',
  args: { words: '表名、时段、格式' },
  unclear: {
    period: (text: string) =>
      `没看懂“${text}”。表名可写：统计表、用稿目录、零报告、保密审查、信息明细；时段可写：11月、第三季度、2026年、本周、2026-09-01至2026-11-20（最长三年）。`,
    future: () => '这个时段还没有到。',
    csv: () => 'csv 一次只能导出一种表，请写明表名，例如：/导出 信息明细 11月 csv',
    docx: () => 'Word 格式只用于保密审查汇总表；月度报告请用 /汇总。',
  } satisfies Record<Unclear['why'], (text: string) => string>,
  week: (name: string) => `${name}报送情况表随后私信发给您。`,
};

const en: typeof zh = {
  summary: 'Exports figures, printed items, nil reports, secrecy reviews and the items themselves',
  args: { words: 'table, period, format' },
  unclear: {
    period: (text) =>
      `"${text}" is not clear. Tables: stats, adopted, nil, secrecy, items; periods: 2026-11, 2026-Q3, 2026, a week, or 2026-09-01~2026-11-20 (three years at most).`,
    future: () => 'That time is yet to come.',
    csv: () => 'A csv file holds one table; say which, as in: /export items 2026-11 csv',
    docx: () => 'Only the table of secrecy reviews is made as a Word file; for reports use /compile.',
  },
  week: (name) => `The sheet of ${name} follows in private.`,
};

export const command = defineCommand({
  name: 'export',
  aliases: ['导出'],
  roles: ['lead'],
  words: { 'zh-CN': zh, en },
  shape: { list: 'words' },
  args: z.strictObject({ words: z.array(z.string()).max(8) }),
  examples: ['', '统计表 第三季度', '信息明细 2026-09-01至2026-11-20 csv', '保密审查 10月', '本周'],
  async run(ctx, { words: written }, words) {
    const asked = readAsked(written, ctx.today);
    if ('why' in asked) return ctx.misuse(words.unclear[asked.why](asked.text));
    await carryOut(ctx, asked);
  },
  clicks: {
    week: { roles: ['lead', 'admin'], run: (ctx, data, words) => sendWeek(ctx, data.week ?? '', words) },
  },
});

async function carryOut(ctx: CommandContext, asked: Asked): Promise<void> {
  const target = { kind: 'chat', chatId: ctx.source.chatId } as const;
  const text =
    asked.format === 'docx'
      ? await sendSecrecyPaper(ctx, asked.period, target)
      : await sendTables(ctx, { ...asked, format: asked.format, internal: ctx.source.private }, target);
  await ctx.reply({ kind: 'notice', text });
}

/** The button under a week's closing line. */
async function sendWeek(ctx: CommandContext, week: string, words: typeof zh): Promise<ClickAnswer> {
  if (!isWeek(week) || week > weekOf(ctx.today)) {
    return { tone: 'warning', notice: texts(ctx.locale).click.outdated };
  }
  const period = weekPeriod(week);
  const order = { kinds: ['stats'], period, format: 'xlsx', internal: true } as const;
  await sendTables(ctx, order, { kind: 'person', personId: ctx.actor.id });
  return { tone: 'success', notice: words.week(period.name) };
}

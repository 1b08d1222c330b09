import { z } from 'zod';
import type { CommandContext } from '../bot/context.ts';
import { defineCommand } from '../bot/define-command.ts';
import { compileReport } from '../bot/report/compile-report.ts';
import { draftOffer } from '../bot/report/draft-offer.ts';
import { answerChange } from '../bot/sources/answer-change.ts';
import type { ClickAnswer } from '../domain/message/card.ts';
import { addMonths, describeMonth, monthOf } from '../domain/period/month.ts';
import { parseMonth } from '../domain/period/parse-period.ts';
import type { PlainDate } from '../kernel/clock.ts';
import { UserError } from '../kernel/errors.ts';
import { texts } from '../kernel/text/texts.ts';

const zh = {
  summary: '汇总某月信息，生成工作报告（Word）',
  args: { month: '月份' },
  future: '这个月还没有到。',
  busy: (month: string) => `${month}的报告正在生成，稍等一会儿就会发到这里，不用重复汇总。`,
  made: (month: string) => `${month}报告初稿已生成，Word 文件随后发到这里。`,
  already: (month: string, version: number) =>
    `${month}报告已汇总到第 ${version} 版。需要再次汇总请发送 /汇总 ${month}。`,
};

const en: typeof zh = {
  summary: "Compiles a month's report as a Word file",
  args: { month: 'month' },
  future: 'That month is yet to come.',
  busy: (month) => `The report of ${month} is being made and will arrive here soon.`,
  made: (month) => `The draft of ${month} is made; the Word file follows.`,
  already: (month, version) =>
    `The report of ${month} is at version ${version}. Send /compile to make another.`,
};

export const command = defineCommand({
  name: 'compile',
  aliases: ['汇总'],
  roles: ['lead'],
  words: { 'zh-CN': zh, en },
  shape: { positional: ['month'] },
  args: z.strictObject({ month: z.string().optional() }),
  examples: ['', '2026-10', '上月'],
  readsBack: ({ month }, today) => monthMeant(month, today),
  async run(ctx, { month: written }, words) {
    const month = readMonth(ctx, written, words);
    if ((await compileReport(ctx, month)) === 'made') return;
    await ctx.reply({ kind: 'notice', text: words.busy(describeMonth(month)) });
  },
  clicks: {
    adopt: { roles: ['lead'], run: (ctx, data) => answerChange(ctx, data, 'adopted') },
    keep: { roles: ['lead'], run: (ctx, data) => answerChange(ctx, data, 'declined') },
    draft: { roles: ['lead'], run: (ctx, data, words) => makeDraft(ctx, data.month ?? '', words) },
  },
});

/** Without a month: the last one that is over; the current one must be named. */
function readMonth(ctx: CommandContext, written: string | undefined, words: typeof zh): string {
  const month = monthMeant(written, ctx.today);
  if (month === undefined) throw new UserError('period.unknown', { text: written ?? '' });
  return month > monthOf(ctx.today) ? ctx.misuse(words.future) : month;
}

function monthMeant(written: string | undefined, today: PlainDate): string | undefined {
  return written === undefined ? addMonths(monthOf(today), -1) : parseMonth(written, today);
}

/** The button of the card that offers a month's first draft. Several leads have it: the first one makes it. */
async function makeDraft(ctx: CommandContext, offered: string, words: typeof zh): Promise<ClickAnswer> {
  const month = parseMonth(offered, ctx.today);
  if (month === undefined || month > monthOf(ctx.today)) {
    return { tone: 'warning', notice: texts(ctx.locale).click.outdated };
  }
  const name = describeMonth(month);
  const previous = await ctx.repos.reports.latest(ctx.group.id, month);
  const outcome =
    previous !== undefined
      ? words.already(name, previous.version)
      : words[await compileReport(ctx, month)](name);
  return {
    tone: previous === undefined ? 'success' : 'info',
    notice: outcome,
    card: await draftOffer(ctx, month, outcome),
  };
}

import { z } from 'zod';
import type { CommandContext } from '../bot/context.ts';
import { defineCommand } from '../bot/define-command.ts';
import { compileReport } from '../bot/report/compile-report.ts';
import { draftOffer } from '../bot/report/draft-offer.ts';
import { chooseTemplate, findTemplate } from '../bot/report/find-template.ts';
import { frozenNotice } from '../bot/report/freeze-version.ts';
import { acceptPunctuation } from '../bot/report/punctuation-offer.ts';
import { versionCard } from '../bot/report/version-card.ts';
import { answerChange } from '../bot/sources/answer-change.ts';
import type { ClickAnswer } from '../domain/message/card.ts';
import { addMonths, describeMonth, monthOf } from '../domain/period/month.ts';
import { parseMonth } from '../domain/period/parse-period.ts';
import type { PlainDate } from '../kernel/clock.ts';
import { UserError } from '../kernel/errors.ts';
import { texts } from '../kernel/text/texts.ts';

const zh = {
  summary: '汇总某月信息，生成工作报告等文稿（Word）',
  args: { month: '月份', template: '模板' },
  busy: (month: string) => `${month}的报告正在生成，稍等一会儿就会发到这里，不用重复汇总。`,
  made: (month: string) => `${month}报告初稿已生成，Word 文件随后发到这里。`,
  already: (month: string, version: number) =>
    `${month}报告已汇总到第 ${version} 版。需要再次汇总请发送 /汇总 ${month}。`,
};

const en: typeof zh = {
  summary: "Compiles a month's report as a Word file",
  args: { month: 'month', template: 'template' },
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
  shape: { positional: ['month', 'template'] },
  args: z.strictObject({ month: z.string().optional(), template: z.string().optional() }),
  examples: ['', '2026-10', '上月', '10月 汇报发言', '2026-10 debrief-speech'],
  readsBack: (args, today) => readChoice(args, today).month,
  async run(ctx, args, words) {
    const { month, isNamed, others } = readChoice(args, ctx.today);
    // Where no word is a month, the one that is no template either was meant to be one.
    const stranger = isNamed ? undefined : (others.find((word) => !findTemplate(ctx, word)) ?? others[1]);
    if (stranger !== undefined) throw new UserError('period.unknown', { text: stranger });
    const template = chooseTemplate(ctx, others[0]);
    if (month > monthOf(ctx.today)) return ctx.misuse(texts(ctx.locale).futureMonth);
    const outcome = await compileReport(ctx, month, template);
    if (outcome === 'busy') await ctx.reply({ kind: 'notice', text: words.busy(describeMonth(month)) });
  },
  clicks: {
    adopt: { roles: ['lead'], run: (ctx, data) => answerChange(ctx, data, 'adopted') },
    keep: { roles: ['lead'], run: (ctx, data) => answerChange(ctx, data, 'declined') },
    punctuate: { roles: ['lead'], run: (ctx, data) => putPunctuationRight(ctx, data) },
    draft: { roles: ['lead'], run: (ctx, data, words) => makeDraft(ctx, data.month ?? '', words) },
  },
});

/** Month and template in either order. Without a month: the last one that is over; the current one must be named. */
function readChoice(
  args: { readonly month?: string | undefined; readonly template?: string | undefined },
  today: PlainDate,
): { readonly month: string; readonly isNamed: boolean; readonly others: readonly string[] } {
  const written = [args.month, args.template].filter((word) => word !== undefined);
  const named = written.find((word) => parseMonth(word, today) !== undefined);
  return {
    month: (named && parseMonth(named, today)) ?? addMonths(monthOf(today), -1),
    isNamed: named !== undefined,
    others: written.filter((word) => word !== named),
  };
}

/** The button of the card that offers a month's first draft. Several leads have it: the first one makes it. */
async function makeDraft(ctx: CommandContext, offered: string, words: typeof zh): Promise<ClickAnswer> {
  const month = parseMonth(offered, ctx.today);
  if (month === undefined || month > monthOf(ctx.today)) {
    return { tone: 'warning', notice: texts(ctx.locale).click.outdated };
  }
  const name = describeMonth(month);
  const previous = await ctx.repos.reports.latest(ctx.group.id, month);
  if (previous === undefined) await compileReport(ctx, month, chooseTemplate(ctx, undefined));
  const outcome =
    previous === undefined
      ? words.made(name)
      : previous.frozen === undefined
        ? words.already(name, previous.version)
        : await frozenNotice(ctx, previous, { frozen: previous.frozen, kind: 'refused' });
  return {
    tone: previous === undefined ? 'success' : 'info',
    notice: outcome,
    card: await draftOffer(ctx, month, outcome),
  };
}

/** The button on a version's card. Only the newest version's counts, and none of a month that is final. */
async function putPunctuationRight(
  ctx: CommandContext,
  { month = '', version }: Readonly<Record<string, string>>,
): Promise<ClickAnswer> {
  const { outdated } = texts(ctx.locale).click;
  const latest = await ctx.repos.reports.latest(ctx.group.id, month);
  if (latest?.frozen !== undefined) {
    const notice = await frozenNotice(ctx, latest, { frozen: latest.frozen, kind: 'refused' });
    return { tone: 'warning', notice };
  }
  if (latest === undefined || String(latest.version) !== version)
    return { tone: 'warning', notice: outdated };
  const notice = await acceptPunctuation(ctx, latest.facts);
  const card = await versionCard(ctx, latest.facts, chooseTemplate(ctx, latest.template));
  return { tone: notice === undefined ? 'info' : 'success', notice: notice ?? outdated, card };
}

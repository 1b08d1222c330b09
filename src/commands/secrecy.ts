import { z } from 'zod';
import type { CommandContext } from '../bot/context.ts';
import { defineCommand } from '../bot/define-command.ts';
import { findItem } from '../bot/items/find-item.ts';
import { judgeSecrecy } from '../bot/items/judge-secrecy.ts';
import { reportMonthOf } from '../bot/report/items-of-report.ts';
import type { ItemRecord, Secrecy } from '../domain/item/item-record.ts';
import { describeMonth } from '../domain/period/month.ts';
import { texts } from '../kernel/text/texts.ts';

const zh = {
  summary: '登记一条信息能否公开',
  args: { ref: '编号', secrecy: '可公开、不宜公开或需报审', reason: '原因' },
  done: (number: string, verdict: string) => `${number} 保密审查：${verdict}。`,
  leaves: '不再编入报告，只留在内部记录里。',
  enters: '审核通过后编入报告。',
  compiled: (month: string, version: number) => `${month}报告第 ${version} 版已经生成，请重新汇总。`,
  printed: (month: string) => `${month}报告已定稿，其中有这条，请发送 /更正 ${month}。`,
  same: (number: string, verdict: string) => `${number} 已经是“${verdict}”，没有变化。`,
  reason: '请写明原因，例如：/保密 #12 不宜公开 涉及尚未公开的数据',
};

const en: typeof zh = {
  summary: 'Records whether an item may be published',
  args: { ref: 'number', secrecy: 'open, closed or ask', reason: 'reason' },
  done: (number, verdict) => `${number}: ${verdict}.`,
  leaves: 'It leaves the reports and stays in the records.',
  enters: 'It enters the report once it is approved.',
  compiled: (month, version) =>
    `Version ${version} of the report of ${month} exists already; compile it anew.`,
  printed: (month) => ` The final report of ${month} prints it: send /amend ${month}.`,
  same: (number, verdict) => `${number} is "${verdict}" already; nothing was changed.`,
  reason: 'Give a reason, for example: /secrecy #12 closed holds unpublished figures',
};

/** Other words for the verdicts, as they are typed. */
const VERDICTS: ReadonlyMap<string, Secrecy> = new Map([
  ['open', 'open'],
  ['可公开', 'open'],
  ['公开', 'open'],
  ['closed', 'closed'],
  ['不宜公开', 'closed'],
  ['不公开', 'closed'],
  ['ask', 'ask'],
  ['需报审', 'ask'],
  ['报审', 'ask'],
]);

const verdict = z.string().transform((word, check): Secrecy => {
  const found = VERDICTS.get(word.normalize('NFKC').toLowerCase());
  if (found !== undefined) return found;
  check.addIssue({ code: 'custom', message: 'no such verdict' });
  return z.NEVER;
});

export const command = defineCommand({
  name: 'secrecy',
  aliases: ['保密'],
  roles: ['editor', 'lead', 'chief'],
  words: { 'zh-CN': zh, en },
  shape: { positional: ['ref', 'secrecy'], rest: 'reason' },
  args: z.strictObject({ ref: z.string(), secrecy: verdict, reason: z.string().default('') }),
  examples: ['#12 不宜公开 涉及尚未公开的数据', '#12 需报审 请保密办审核', '#12 可公开'],
  async run(ctx, { ref, secrecy, reason: written }, words) {
    const reason = written.trim();
    if (secrecy !== 'open' && reason === '') ctx.misuse(words.reason);
    const item = await findItem(ctx, ref);
    const shown = texts(ctx.locale).secrecy[secrecy];
    if (item.secrecy === secrecy) return ctx.reply({ kind: 'notice', text: words.same(item.number, shown) });
    await judgeSecrecy(ctx, item, { secrecy, reason });
    const lines = [
      words.done(item.number, shown),
      secrecy === 'open' ? words.enters : words.leaves,
      ...(await tellOfReport(ctx, item, words)),
    ];
    await ctx.reply({ kind: 'notice', text: lines.join('') });
  },
});

/** Which report has to be made anew, where there is one: a final one can only be amended. */
async function tellOfReport(ctx: CommandContext, item: ItemRecord, words: typeof zh): Promise<string[]> {
  const printedIn = await ctx.repos.frozenItems.monthOf(item.id);
  if (printedIn !== undefined) return [words.printed(describeMonth(printedIn))];
  const report = await ctx.repos.reports.latest(ctx.group.id, await reportMonthOf(ctx, item));
  if (report === undefined || report.frozen !== undefined) return [];
  return [words.compiled(describeMonth(report.month), report.version)];
}

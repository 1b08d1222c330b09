import { openDepartmentsOf } from '../../domain/commission/commission.ts';
import { firstDay, lastDay } from '../../domain/period/month.ts';
import { compareFacts } from '../../domain/report/compare-facts.ts';
import type { MonthFacts } from '../../domain/report/facts.ts';
import { listToFill } from '../../domain/report/list-to-fill.ts';
import { summarizeMonth } from '../../domain/report/summarize-month.ts';
import { type Locale, texts, type Words } from '../../kernel/text/texts.ts';
import { commissionLine } from '../commission/commission-card.ts';
import type { CommandContext } from '../context.ts';
import { gatherFacts } from '../duty/gather-facts.ts';
import { offerChanges } from '../sources/offer-changes.ts';
import { monthTemplates } from './find-template.ts';
import { differenceLines } from './summary-card.ts';

interface DoubtWords {
  readonly running: string;
  readonly toFill: (count: number, first: string) => string;
  readonly stale: (numbers: string) => string;
  readonly inReview: (count: number) => string;
  readonly commission: (line: string) => string;
  readonly sources: (count: number) => string;
  readonly since: (what: string) => string;
}

const WORDS: Words<DoubtWords> = {
  'zh-CN': {
    running: '这个月还没有结束。',
    toFill: (count, first) => `待补 ${count} 处未补（如${first}），定稿后不再附待补清单。`,
    stale: (numbers) => `${numbers} 缩写后原文又改过，报告用的是改后的全文。`,
    inReview: (count) => `${count} 条信息还在审核或已退回，不会编入。`,
    commission: (line) => `约稿 ${line}，还有部门未交。`,
    sources: (count) => `${count} 条信息的原消息后来改过或删除，发送 /汇总 可逐条确认。`,
    since: (what) => `汇总后有变化，不会编入：${what}。要编入请先发送 /汇总。`,
  },
  en: {
    running: 'The month is not over yet.',
    toFill: (count, first) => `${count} places are not filled in (such as ${first}).`,
    stale: (numbers) => `${numbers}: edited after they were shortened; the report has their whole text.`,
    inReview: (count) => `${count} items are in review or returned and will not be in it.`,
    commission: (line) => `Commission ${line}: some have not sent it.`,
    sources: (count) => `The messages of ${count} items were edited or deleted. /compile asks about each.`,
    since: (what) => `Changed since it was compiled: ${what}. To have that in it, send /compile first.`,
  },
};

/** What speaks against making a version final now, a sentence each; none when nothing does. */
export async function listDoubts(
  ctx: CommandContext,
  { month, template, facts }: { month: string; template: string; facts: MonthFacts },
): Promise<readonly string[]> {
  const words = WORDS[ctx.locale];
  const now = await gatherFacts(ctx, month, facts.version);
  // One that the operator has taken away since was most likely a report.
  const form = monthTemplates(ctx).find(({ id }) => id === template)?.form ?? 'work-report';
  const toFill = listToFill(facts, form);
  const first = toFill[0];
  const { stale } = summarizeMonth(facts);
  const sources = await offerChanges(ctx, month);
  const since = differenceLines(ctx.locale, compareFacts(facts, now)).join('；');
  return [
    ...(lastDay(month).toString() >= ctx.today.toString() ? [words.running] : []),
    ...(first === undefined ? [] : [words.toFill(toFill.length, `${first.place}：${first.what}`)]),
    ...(stale.length > 0 ? [words.stale(texts(ctx.locale).list(stale))] : []),
    ...(now.heldBack.inReview > 0 ? [words.inReview(now.heldBack.inReview)] : []),
    ...(await openCommissions(ctx, month, ctx.locale)),
    ...(sources.length > 0 ? [words.sources(sources.length)] : []),
    ...(since === '' ? [] : [words.since(since)]),
  ];
}

async function openCommissions(ctx: CommandContext, month: string, locale: Locale): Promise<string[]> {
  const asked = await ctx.repos.commissions.dueFrom(
    ctx.group.id,
    firstDay(month).toString(),
    lastDay(month).toString(),
  );
  return asked
    .filter((commission) => openDepartmentsOf(commission).length > 0)
    .map((commission) => WORDS[locale].commission(commissionLine(locale, commission)));
}

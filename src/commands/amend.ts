import { z } from 'zod';
import type { CommandContext } from '../bot/context.ts';
import { defineCommand } from '../bot/define-command.ts';
import { gatherReport } from '../bot/duty/gather-facts.ts';
import { doubtsCard } from '../bot/report/doubts-card.ts';
import { amendVersion } from '../bot/report/freeze-version.ts';
import { chooseForLate } from '../bot/report/late-items.ts';
import { listDoubts } from '../bot/report/list-doubts.ts';
import { readMonth } from '../bot/report/read-month.ts';
import { isUnsent } from '../bot/report/store-version.ts';
import { differenceLines } from '../bot/report/summary-card.ts';
import type { ClickAnswer } from '../domain/message/card.ts';
import { describeMonth } from '../domain/period/month.ts';
import { compareFacts } from '../domain/report/compare-facts.ts';
import type { MonthFacts } from '../domain/report/facts.ts';
import { texts } from '../kernel/text/texts.ts';

const zh = {
  summary: '更正已定稿的报告，生成附更正说明的新版',
  args: { month: '月份' },
  draft: (month: string) => `${month}报告还没有定稿，改动请直接发送 /汇总 ${month}。`,
  busy: (month: string) => `${month}的定稿文件正在生成，收到文件后再更正。`,
  same: (month: string, version: number) =>
    `${month}报告与定稿的第 ${version} 版没有不同，不用更正。请先用 /修改、/撤回 等改好信息；迟到的信息请在收到的卡片上选“编入更正”。`,
  title: (month: string, version: number) => `${month}报告要更正为第 ${version} 版吗？`,
  note: '新版随即定稿，末页附更正说明；原定稿保留。',
  go: '仍要更正',
  wait: '先不更正',
  waiting: (month: string) => `${month}报告先不更正，定稿不变。`,
};

const en: typeof zh = {
  summary: 'Corrects a final report: a new version with a page of corrections',
  args: { month: 'month' },
  draft: (month) => `The report of ${month} is not final: /compile takes in what has changed.`,
  busy: (month) => `The final file of ${month} is being made; wait for it.`,
  same: (month, version) =>
    `Nothing is different from the final version ${version} of ${month}. Change items first; late ones are taken in on their card.`,
  title: (month, version) => `Amend the report of ${month} by version ${version}?`,
  note: 'The new version is final at once and ends with a page of corrections. The old one is kept.',
  go: 'Amend it',
  wait: 'Not yet',
  waiting: (month) => `The report of ${month} stays as it is.`,
};

export const command = defineCommand({
  name: 'amend',
  aliases: ['更正'],
  roles: ['lead'],
  words: { 'zh-CN': zh, en },
  shape: { positional: ['month'] },
  args: z.strictObject({ month: z.string().optional() }),
  examples: ['', '2026-10', '上月'],
  async run(ctx, { month: written }, words) {
    const month = readMonth(ctx, written);
    const plan = await planAmendment(ctx, month, words);
    if ('refusal' in plan) return ctx.reply({ kind: 'notice', text: plan.refusal });
    const { latest, facts, changes } = plan;
    const doubts = await listDoubts(ctx, { ...latest, facts });
    if (doubts.length === 0) {
      return ctx.reply({ kind: 'notice', text: await amendVersion(ctx, latest, facts) });
    }
    const data = { group: ctx.group.id, month, version: String(facts.version) };
    await ctx.reply(
      doubtsCard({
        title: words.title(describeMonth(month), facts.version),
        doubts: [...changes, ...doubts],
        note: words.note,
        buttons: [
          { label: words.go, style: 'primary', action: 'amend.go', data },
          { label: words.wait, action: 'amend.wait', data },
        ],
      }),
    );
  },
  clicks: {
    go: { roles: ['lead'], run: amendAnyway },
    wait: {
      roles: ['lead'],
      async run(_, { month = '', version = '' }, words) {
        const notice = words.waiting(describeMonth(month));
        const title = words.title(describeMonth(month), Number(version));
        return { tone: 'info', notice, card: doubtsCard({ title, outcome: notice }) };
      },
    },
    next: { roles: ['lead'], run: (ctx, data) => chooseForLate(ctx, data.item ?? '', 'next') },
    include: { roles: ['lead'], run: (ctx, data) => chooseForLate(ctx, data.item ?? '', 'amend') },
  },
});

interface Amendment {
  readonly latest: { readonly month: string; readonly template: string };
  /** What the new version is made from. */
  readonly facts: MonthFacts;
  readonly changes: readonly string[];
}

/** What would be amended, or why nothing can be. */
async function planAmendment(
  ctx: CommandContext,
  month: string,
  words: typeof zh,
): Promise<Amendment | { readonly refusal: string }> {
  const name = describeMonth(month);
  const latest = await ctx.repos.reports.latest(ctx.group.id, month);
  if (latest?.frozen === undefined) return { refusal: words.draft(name) };
  if (await isUnsent(ctx, latest.frozen)) return { refusal: words.busy(name) };
  const facts = await gatherReport(ctx, month, latest.version + 1);
  const changes = differenceLines(ctx.locale, compareFacts(latest.facts, facts));
  return changes.length === 0 ? { refusal: words.same(name, latest.version) } : { latest, facts, changes };
}

/** What is different by now is taken in; a version made meanwhile makes the card outdated. */
async function amendAnyway(
  ctx: CommandContext,
  { month = '', version = '' }: Readonly<Record<string, string>>,
  words: typeof zh,
): Promise<ClickAnswer> {
  const plan = await planAmendment(ctx, month, words);
  if ('refusal' in plan) return { tone: 'warning', notice: plan.refusal };
  if (String(plan.facts.version) !== version) {
    return { tone: 'warning', notice: texts(ctx.locale).click.outdated };
  }
  const notice = await amendVersion(ctx, plan.latest, plan.facts);
  const title = words.title(describeMonth(month), plan.facts.version);
  return { tone: 'success', notice, card: doubtsCard({ title, outcome: notice }) };
}

import { z } from 'zod';
import type { CommandContext } from '../bot/context.ts';
import { defineCommand } from '../bot/define-command.ts';
import { listCandidates } from '../bot/hand-up/list-candidates.ts';
import { openWayUp, type WayUp } from '../bot/hand-up/open-way-up.ts';
import { describeOutcome, outcomeCard, planCard, planSheet } from '../bot/hand-up/plan-card.ts';
import { sendPicked } from '../bot/hand-up/send-picked.ts';
import type { Sending } from '../bot/hand-up/sending.ts';
import { monthMeant, readMonth } from '../bot/report/read-month.ts';
import { readPicks } from '../domain/hand-up/read-picks.ts';
import type { ClickAnswer } from '../domain/message/card.ts';
import { describeMonth } from '../domain/period/month.ts';
import { texts } from '../kernel/text/texts.ts';

const zh = {
  summary: '把定稿里的信息报送上级单位',
  args: { month: '月份', items: '编号（#3、#5-#8，或 全部）' },
  none: '本群还没有对接上级单位。请上级群的管理员发送 /上级 配对码 部门，再请本群管理员发送 /上级 对接 配对码。',
  archived: (unit: string) => `“${unit}”的工作群已存档，机器人不在其中，现在不能上报。请与对方联系。`,
  closed: (unit: string, department: string) =>
    `“${unit}”已关闭部门“${department}”，不能上报。请对方管理员重新发配对码对接。`,
  draft: (month: string) => `${month}报告还没有定稿，定稿后才能上报：/定稿 ${month}`,
  which: '没看懂编号，请写 全部，或 #3、#5-#8。',
};

const en: typeof zh = {
  summary: 'Hands items of a final report up to the office above',
  args: { month: 'month', items: 'numbers (#3, #5-#8, or all)' },
  none: 'No office above is linked. Its admin sends /parent code DEPARTMENT, yours then /parent join CODE.',
  archived: (unit) => `The bot is not in the group of ${unit} any more, so nothing can be handed up.`,
  closed: (unit, department) =>
    `${unit} has closed its department ${department}. Its admin can give out a new code.`,
  draft: (month) => `The report of ${month} is not final yet: /finalize ${month}`,
  which: 'Write all, or numbers: #3, #5-#8.',
};

export const command = defineCommand({
  name: 'hand-up',
  aliases: ['上报'],
  roles: ['lead'],
  refusal: 'hand-up.role',
  words: { 'zh-CN': zh, en },
  shape: { positional: ['month'], rest: 'items' },
  args: z.strictObject({ month: z.string().optional(), items: z.string().max(1000).optional() }),
  examples: ['', '2026-10', '2026-10 #3、#5-#8', '2026-10 全部'],
  async run(ctx, { month: written, items }, words) {
    const picks = items === undefined ? undefined : readPicks(items);
    if (items !== undefined && picks === undefined) return ctx.misuse(words.which);
    const plan = await prepare(ctx, readMonth(ctx, written), words);
    if ('refusal' in plan) return ctx.reply({ kind: 'notice', text: plan.refusal });
    if (picks !== undefined) return ctx.reply(outcomeCard(ctx, plan, await sendPicked(ctx, plan, picks)));
    await ctx.reply(planCard(ctx, plan));
    const sheet = planSheet(ctx, plan);
    if (sheet !== undefined) await ctx.reply(sheet);
  },
  clicks: { press: { roles: ['lead'], run: press } },
});

/** The items of a month's final report, each with how it stands with the upper group; or why nothing can be handed up. */
async function prepare(
  ctx: CommandContext,
  month: string,
  words: typeof zh,
): Promise<Sending | { readonly refusal: string }> {
  const way = await openWayUp(ctx);
  if (way.kind !== 'open') return { refusal: refuseWay(way, words) };
  const version = await ctx.repos.reports.latest(ctx.group.id, month);
  if (version?.frozen === undefined) return { refusal: words.draft(describeMonth(month)) };
  return { way, version, candidates: await listCandidates(ctx, version, way.up.group.id) };
}

function refuseWay(way: Exclude<WayUp, { kind: 'open' }>, words: typeof zh): string {
  if (way.kind === 'none') return words.none;
  return way.kind === 'archived' ? words.archived(way.unit) : words.closed(way.unit, way.department);
}

/** Only what the card showed: after an amendment there are other texts. */
async function press(
  ctx: CommandContext,
  { month = '', version = '' }: Readonly<Record<string, string>>,
  words: typeof zh,
): Promise<ClickAnswer> {
  const picks = readPicks(ctx.form.items ?? '');
  if (picks === undefined) return { tone: 'warning', notice: words.which };
  const { outdated } = texts(ctx.locale).click;
  if (monthMeant(month, ctx.today) !== month) return { tone: 'warning', notice: outdated };
  const plan = await prepare(ctx, month, words);
  if ('refusal' in plan) return { tone: 'warning', notice: plan.refusal };
  if (String(plan.version.version) !== version) {
    return { tone: 'warning', notice: outdated };
  }
  const outcome = await sendPicked(ctx, plan, picks);
  const candidates = await listCandidates(ctx, plan.version, plan.way.up.group.id);
  return {
    tone: outcome.sent.length > 0 ? 'success' : 'warning',
    notice: describeOutcome(ctx.locale, plan, outcome),
    card: planCard(ctx, { ...plan, candidates }, outcome),
  };
}

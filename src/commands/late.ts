import { z } from 'zod';
import { isAllowed } from '../bot/authorize.ts';
import type { CommandContext } from '../bot/context.ts';
import { defineCommand } from '../bot/define-command.ts';
import { receiptFor } from '../bot/items/receipts-card.ts';
import { submitItems } from '../bot/items/submit-items.ts';
import { parseMonth, parseWeek } from '../domain/period/parse-period.ts';
import { acceptLate, type LateTarget } from '../domain/period/submission-period.ts';
import { UserError } from '../kernel/errors.ts';

const zh = {
  summary: '补报以前某一周的信息',
  args: { period: '周次或月份', text: '标题｜内容' },
  noText: '请在周次后面写标题和内容。',
  future: '这一周还没有到，请直接用 /报送。',
  'nobody-due': '这一周没有工作日，无需报送。',
  'too-old': (weeks: number) => `只能补报最近 ${weeks} 周的信息；更早的请联系宣传负责人代为补报。`,
};

const en: typeof zh = {
  summary: 'Sends an item in for an earlier week',
  args: { period: 'week or month', text: 'title|text' },
  noText: 'Write title and text after the week.',
  future: 'That week is yet to come; use /submit.',
  'nobody-due': 'Nobody owes that week.',
  'too-old': (weeks) => `Only the last ${weeks} weeks can be reported late; please ask the publicity lead.`,
};

export const command = defineCommand({
  name: 'late',
  aliases: ['补报'],
  roles: ['correspondent', 'editor', 'lead'],
  refusal: 'department.none',
  words: { 'zh-CN': zh, en },
  shape: { positional: ['period'], rest: 'text' },
  args: z.strictObject({ period: z.string(), text: z.string().optional() }),
  examples: ['上周 开展执法巡查｜我局执法人员在城西片区开展巡查。', '2026-W46 标题｜内容', '10月 标题｜内容'],
  async run(ctx, { period, text }, words) {
    const week = readLateWeek(ctx, period, words);
    if (text === undefined) return ctx.misuse(words.noText);
    await ctx.reply(receiptFor(ctx, await submitItems(ctx, text, { lateFor: week })));
  },
});

/** The week meant, if it is still accepted: leads are not bound by the limit. */
function readLateWeek(ctx: CommandContext, period: string, words: typeof zh): string {
  const target = readTarget(ctx, period);
  const lateWeeks = isAllowed(ctx.actor, ['lead']) ? Number.POSITIVE_INFINITY : ctx.group.settings.lateWeeks;
  const answer = acceptLate({ target, sentAt: ctx.source.sentAt, lateWeeks, calendar: ctx.calendar });
  if (answer.ok) return answer.week;
  const reason = answer.reason === 'too-old' ? words['too-old'](lateWeeks) : words[answer.reason];
  return ctx.misuse(reason);
}

function readTarget(ctx: CommandContext, period: string): LateTarget {
  const month = parseMonth(period, ctx.today);
  if (month !== undefined) return { kind: 'month', month };
  const week = parseWeek(period, ctx.today);
  if (week !== undefined) return { kind: 'week', week };
  throw new UserError('period.unknown', { text: period });
}

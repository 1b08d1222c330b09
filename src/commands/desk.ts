import { z } from 'zod';
import { answerPrivately } from '../bot/answer-privately.ts';
import type { CommandContext } from '../bot/context.ts';
import { defineCommand } from '../bot/define-command.ts';
import { carryOut } from '../bot/desk/carry-out.ts';
import { itemForm } from '../bot/desk/item-form.ts';
import { findOnDesk, openDesk } from '../bot/desk/open-desk.ts';
import { overviewCard } from '../bot/desk/overview-card.ts';
import { pressMove, pressOrder, saveItem, showDesk, showItem } from '../bot/desk/press-desk.ts';
import { readMonth } from '../bot/report/read-month.ts';
import { parseItemRef } from '../domain/item/item-number.ts';
import { parseMonth } from '../domain/period/parse-period.ts';
import { parseDeskOrder } from '../domain/report/desk-order.ts';

const zh = {
  summary: '编排某月报告：调顺序、换栏目、不入稿、缩写、合并',
  args: { what: '月份或编号', text: '怎么改' },
  sent: '已私信给您，请在私聊里编排。',
  unknown: (text: string) =>
    `没看懂“${text}”。编号后面可以写：上移、下移、置顶、不入稿、恢复、栏目 名称、缩写 文字（或 标题｜文字）、原文、合并 #13。`,
};

const en: typeof zh = {
  summary: "Arranges a month's report: order, sections, what is left out, shorter texts, merging",
  args: { what: 'month or number', text: 'what to do' },
  sent: 'You have it in our private chat.',
  unknown: (text) =>
    `"${text}" is nothing to do. After the number: up, down, top, omit, restore, section NAME, shorten TEXT (or TITLE|TEXT), original, merge #13.`,
};

/** So much of what was not understood is repeated. */
const REPEATED_SIGNS = 20;

export const command = defineCommand({
  name: 'desk',
  aliases: ['编辑'],
  roles: ['lead'],
  words: { 'zh-CN': zh, en },
  shape: { positional: ['what'], rest: 'text' },
  args: z.strictObject({ what: z.string().optional(), text: z.string().optional() }),
  examples: [
    '',
    '10月',
    '#12',
    '#12 上移',
    '#12 置顶',
    '#12 不入稿',
    '#12 栏目 主题宣传',
    '#12 缩写 改短的内容',
  ],
  async run(ctx, { what, text }, words) {
    const isItem =
      what !== undefined && parseMonth(what, ctx.today) === undefined && parseItemRef(what) !== undefined;
    if (text !== undefined && isItem) return orderByWords(ctx, { ref: what, text }, words);
    if (text !== undefined) return ctx.misuse(words.unknown(text.trim().slice(0, REPEATED_SIGNS)));
    const card = isItem
      ? itemForm(ctx, await findOnDesk(ctx, what))
      : overviewCard(ctx, await openDesk(ctx, readMonth(ctx, what)));
    // What is not decided yet is not for the whole group.
    await answerPrivately(ctx, card, { key: 'desk', sent: words.sent });
  },
  clicks: {
    open: { roles: ['lead'], run: showDesk },
    item: { roles: ['lead'], run: showItem },
    move: { roles: ['lead'], run: pressMove },
    omit: { roles: ['lead'], run: (ctx, data) => pressOrder(ctx, data, { kind: 'omit' }) },
    restore: { roles: ['lead'], run: (ctx, data) => pressOrder(ctx, data, { kind: 'restore' }) },
    original: { roles: ['lead'], run: (ctx, data) => pressOrder(ctx, data, { kind: 'original' }) },
    save: { roles: ['lead'], run: saveItem },
  },
});

async function orderByWords(
  ctx: CommandContext,
  { ref, text }: { readonly ref: string; readonly text: string },
  words: typeof zh,
): Promise<void> {
  const order = parseDeskOrder(text);
  if (order === undefined) return ctx.misuse(words.unknown(text.trim().slice(0, REPEATED_SIGNS)));
  const { notice } = await carryOut(ctx, await findOnDesk(ctx, ref), order);
  await ctx.reply({ kind: 'notice', text: notice });
}

import { z } from 'zod';
import { isAllowed } from '../bot/authorize.ts';
import type { CommandContext } from '../bot/context.ts';
import { defineCommand } from '../bot/define-command.ts';
import { findItem, isOwnItem } from '../bot/items/find-item.ts';
import { itemCard } from '../bot/items/item-card.ts';
import { withdrawItem } from '../bot/items/withdraw-item.ts';
import { namesAnother } from '../domain/item/item-number.ts';
import type { ItemRecord } from '../domain/item/item-record.ts';
import { UserError } from '../kernel/errors.ts';
import { texts } from '../kernel/text/texts.ts';

const zh = {
  summary: '撤回一条信息',
  args: { ref: '编号', reason: '原因' },
  done: (number: string, title: string) => `已撤回 ${number}《${title}》，不再计入报告，记录保留。`,
  kept: (number: string) => `${number} 已保留。`,
  oneByOne: '一次只能撤回一条，请逐条发送。',
};

const en: typeof zh = {
  summary: 'Takes an item back',
  args: { ref: 'number', reason: 'reason' },
  done: (number, title) => `Withdrawn: ${number} "${title}". The record stays.`,
  kept: (number) => `${number} is kept.`,
  oneByOne: 'One item at a time, please.',
};

export const command = defineCommand({
  name: 'withdraw',
  aliases: ['撤回'],
  roles: ['member'],
  words: { 'zh-CN': zh, en },
  shape: { positional: ['ref'], rest: 'reason' },
  args: z.strictObject({ ref: z.string(), reason: z.string().optional() }),
  examples: ['#12 重复报送', '202611-规划科-03'],
  async run(ctx, { ref, reason }, words) {
    if (namesAnother(reason ?? '')) ctx.misuse(words.oneByOne);
    const item = await findItem(ctx, ref);
    refuseStrangers(ctx, item);
    await withdrawItem(ctx, item, reason ?? '');
    await ctx.reply({ kind: 'notice', text: words.done(item.number, item.title) });
  },
  clicks: {
    confirm: {
      roles: ['member'],
      async run(ctx, data, words) {
        const found = await findItem(ctx, data.item ?? '');
        refuseStrangers(ctx, found);
        const item = await withdrawItem(ctx, found, '');
        const notice = words.done(item.number, item.title);
        return { tone: 'success', notice, card: await itemCard(ctx, item, notice) };
      },
    },
    recalled: {
      roles: ['member'],
      async run(ctx, data, words) {
        const found = await findItem(ctx, data.item ?? '');
        if (!(await mayFollowRecall(ctx, found))) refuseStrangers(ctx, found);
        const item = await withdrawItem(ctx, found, '');
        const notice = words.done(item.number, item.title);
        return { tone: 'success', notice, card: await itemCard(ctx, item, notice) };
      },
    },
    keep: {
      roles: ['member'],
      run: async (_ctx, data, words) => ({ tone: 'info', notice: words.kept(data.item ?? '') }),
    },
  },
});

/** An author whose message is gone may take its item back whatever reviews it has passed. */
async function mayFollowRecall(ctx: CommandContext, item: ItemRecord): Promise<boolean> {
  const [messageId = ''] = item.sourceMessageId.split('#');
  return item.authorId === ctx.actor.id && ctx.repos.records.isBuried(messageId);
}

/** A lead may take any item back; its author and its department only what no reviewer has passed yet. */
function refuseStrangers(ctx: CommandContext, item: ItemRecord): void {
  if (isAllowed(ctx.actor, ['lead'])) return;
  if (!isOwnItem(ctx, item)) throw new UserError('item.not-yours', { ref: item.number });
  if (item.approvals > 0) {
    const { states } = texts(ctx.locale);
    const isClosed = item.state === 'withdrawn' || item.state === 'merged';
    const code = isClosed ? 'item.state' : 'item.reviewed';
    throw new UserError(code, { ref: item.number, state: states[item.state] });
  }
}

import { z } from 'zod';
import { isAllowed } from '../bot/authorize.ts';
import type { CommandContext } from '../bot/context.ts';
import { defineCommand } from '../bot/define-command.ts';
import { findItem } from '../bot/items/find-item.ts';
import { itemCard } from '../bot/items/item-card.ts';
import type { ItemRecord } from '../domain/item/item-record.ts';
import { nextState } from '../domain/item/item-state.ts';
import { toStamp } from '../kernel/clock.ts';
import { UserError } from '../kernel/errors.ts';
import { texts } from '../kernel/text/texts.ts';

const zh = {
  summary: '撤回一条信息',
  args: { ref: '编号', reason: '原因' },
  done: (number: string, title: string) => `已撤回 ${number}《${title}》，不再计入报告，记录保留。`,
  kept: (number: string) => `${number} 已保留。`,
};

const en: typeof zh = {
  summary: 'Takes an item back',
  args: { ref: 'number', reason: 'reason' },
  done: (number, title) => `Withdrawn: ${number} "${title}". The record stays.`,
  kept: (number) => `${number} is kept.`,
};

export const command = defineCommand({
  name: 'withdraw',
  aliases: ['撤回'],
  roles: ['correspondent', 'editor', 'lead'],
  words: { 'zh-CN': zh, en },
  shape: { positional: ['ref'], rest: 'reason' },
  args: z.strictObject({ ref: z.string(), reason: z.string().optional() }),
  examples: ['#12 重复报送', '202611-规划科-03'],
  async run(ctx, { ref, reason }, words) {
    const item = await withdraw(ctx, ref, reason ?? '');
    await ctx.reply({ kind: 'notice', text: words.done(item.number, item.title) });
  },
  clicks: {
    confirm: {
      roles: ['member'],
      async run(ctx, data, words) {
        const item = await withdraw(ctx, data.item ?? '', 'recall');
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

async function withdraw(ctx: CommandContext, ref: string, reason: string): Promise<ItemRecord> {
  const item = await findItem(ctx, ref);
  await refuseStrangers(ctx, item);
  const next = nextState(item, 'withdraw', ctx.group.settings.reviewLevels);
  if (!next.ok) {
    const { states } = texts(ctx.locale);
    throw new UserError('item.state', { ref: item.number, state: states[item.state] });
  }
  const by = {
    actorId: ctx.actor.id,
    at: toStamp(ctx.now),
    action: 'withdraw',
    note: reason.trim(),
  } as const;
  const withdrawn = await ctx.repos.items.change(item, { state: next.state }, by);
  await ctx.audit('item.withdraw', { item: item.number, reason: reason.trim() });
  return withdrawn;
}

/** A lead may take any item back; the author only what no reviewer has passed yet. */
async function refuseStrangers(ctx: CommandContext, item: ItemRecord): Promise<void> {
  if (isAllowed(ctx.actor, ['lead'])) return;
  if (item.authorId !== ctx.actor.id) throw new UserError('item.not-yours', { ref: item.number });
  if (item.approvals > 0) {
    const { states } = texts(ctx.locale);
    throw new UserError('item.state', { ref: item.number, state: states[item.state] });
  }
}

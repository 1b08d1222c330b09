import { z } from 'zod';
import { defineCommand } from '../bot/define-command.ts';
import { findItem } from '../bot/items/find-item.ts';
import { itemCard } from '../bot/items/item-card.ts';
import { mergeItem } from '../bot/items/merge-item.ts';

const zh = {
  summary: '把一条信息并入另一条（联合信息）',
  args: { ref: '编号', into: '并入的编号' },
  kept: '好的，两条都保留。',
};

const en: typeof zh = {
  summary: 'Makes two items one joint item',
  args: { ref: 'number', into: 'number it goes into' },
  kept: 'Both are kept.',
};

export const command = defineCommand({
  name: 'merge',
  aliases: ['合并'],
  roles: ['lead'],
  words: { 'zh-CN': zh, en },
  shape: { positional: ['ref', 'into'] },
  args: z.strictObject({ ref: z.string(), into: z.string() }),
  examples: ['#13 #12'],
  async run(ctx, { ref, into }) {
    const [item, target] = [await findItem(ctx, ref), await findItem(ctx, into)];
    await ctx.reply({ kind: 'notice', text: await mergeItem(ctx, item, target) });
  },
  clicks: {
    join: {
      roles: ['lead', 'admin'],
      async run(ctx, data) {
        const item = await findItem(ctx, data.item ?? '');
        const target = await findItem(ctx, data.into ?? '');
        const notice = await mergeItem(ctx, item, target);
        return { tone: 'success', notice, card: await itemCard(ctx, target, notice) };
      },
    },
    keep: {
      roles: ['lead', 'admin'],
      run: async (_ctx, _data, words) => ({
        tone: 'info',
        notice: words.kept,
        card: { tone: 'neutral', title: words.kept, blocks: [] },
      }),
    },
  },
});

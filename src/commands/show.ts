import { z } from 'zod';
import { defineCommand } from '../bot/define-command.ts';
import { answerAboutItem } from '../bot/items/answer-about-item.ts';
import { findReadableItem } from '../bot/items/find-item.ts';
import { itemCard } from '../bot/items/item-card.ts';

export const command = defineCommand({
  name: 'show',
  aliases: ['查看'],
  roles: ['member'],
  words: {
    'zh-CN': { summary: '查看一条信息的全文和状态', args: { ref: '编号' } },
    en: { summary: 'Shows an item', args: { ref: 'number' } },
  },
  shape: { positional: ['ref'] },
  args: z.strictObject({ ref: z.string() }),
  examples: ['#12', '202611-规划科-03'],
  async run(ctx, { ref }) {
    const item = await findReadableItem(ctx, ref);
    await answerAboutItem(ctx, item, await itemCard(ctx, item));
  },
});

import { z } from 'zod';
import { defineCommand } from '../bot/define-command.ts';
import { receiptCard } from '../bot/items/receipt-card.ts';
import { submitItem } from '../bot/items/submit-item.ts';

export const command = defineCommand({
  name: 'submit',
  aliases: ['报送'],
  roles: ['correspondent', 'editor', 'lead'],
  refusal: 'department.none',
  words: {
    'zh-CN': { summary: '报送一条信息', args: { text: '标题｜内容' } },
    en: { summary: 'Sends an item in', args: { text: 'title|text' } },
  },
  shape: { rest: 'text' },
  args: z.strictObject({ text: z.string() }),
  examples: [
    '我局召开耕地保护工作推进会｜11月18日，我局在县政务中心召开耕地保护工作推进会，部署下一步工作。',
    '开展国土空间规划宣传进社区活动\n栏目：主题宣传\n日期：11月18日\n工作人员在城东社区发放宣传资料200余份。',
  ],
  async run(ctx, { text }) {
    const submitted = await submitItem(ctx, text);
    await ctx.reply(receiptCard(ctx, submitted));
  },
});

import { z } from 'zod';
import { defineCommand } from '../bot/define-command.ts';
import { putOff } from '../bot/reminder/put-off.ts';

const zh = { summary: '今天下午再私信提醒我报送', args: {} };
const en: typeof zh = { summary: 'Reminds you once more this afternoon', args: {} };

export const command = defineCommand({
  name: 'afternoon',
  aliases: ['今天下午再提醒', '今天下午再提醒我', '下午再提醒', '今天下午提醒我'],
  roles: ['correspondent'],
  refusal: 'department.none',
  words: { 'zh-CN': zh, en },
  shape: {},
  args: z.strictObject({}),
  examples: [''],
  async run(ctx) {
    const { text } = await putOff(ctx, 'afternoon');
    await ctx.reply({ kind: 'notice', text });
  },
  clicks: {
    press: {
      roles: ['correspondent'],
      async run(ctx) {
        const { ok, text } = await putOff(ctx, 'afternoon');
        return { tone: ok ? 'success' : 'info', notice: text };
      },
    },
  },
});

import { z } from 'zod';
import { defineCommand } from '../bot/define-command.ts';
import { putOff } from '../bot/reminder/put-off.ts';

const zh = { summary: '一小时后再私信提醒我报送', args: {} };
const en: typeof zh = { summary: 'Reminds you once more in an hour', args: {} };

export const command = defineCommand({
  name: 'later',
  aliases: ['一小时后提醒', '一小时后再提醒', '一小时后提醒我', '稍后提醒'],
  roles: ['correspondent'],
  refusal: 'department.none',
  words: { 'zh-CN': zh, en },
  shape: {},
  args: z.strictObject({}),
  examples: [''],
  async run(ctx) {
    const { text } = await putOff(ctx, 'hour');
    await ctx.reply({ kind: 'notice', text });
  },
});

import { z } from 'zod';
import { defineCommand } from '../bot/define-command.ts';
import { hearsUnmentioned } from '../bot/hearing.ts';

export const command = defineCommand({
  name: 'help',
  aliases: ['帮助'],
  roles: ['member'],
  words: {
    'zh-CN': {
      summary: '查看您能用的命令',
      args: { name: '命令' },
      title: '您可以使用的命令',
      how: '命令写在消息开头；@机器人之后或与机器人私聊时，可省略“/”。发送 /帮助 命令名 看用法。',
      mentionsOnly: '本群机器人只收得到 @它 的消息：请 @机器人 发命令，或私聊、用卡片。',
      usage: '用法',
      names: '名称',
      examples: '示例',
      unknown: (name: string) => `没有“${name}”这个命令，或您不能使用它。`,
    },
    en: {
      summary: 'Shows the commands you can use',
      args: { name: 'command' },
      title: 'Commands you can use',
      how: 'A command starts a message; after @bot or in private the slash may be left out. /help NAME shows its usage.',
      mentionsOnly:
        'In this group the bot receives only messages that mention it: write commands after @bot, write in private, or use the cards.',
      usage: 'Usage',
      names: 'Names',
      examples: 'Examples',
      unknown: (name: string) => `There is no command "${name}", or you may not use it.`,
    },
  },
  shape: { positional: ['name'] },
  args: z.strictObject({ name: z.string().optional() }),
  examples: ['', '报送'],
  async run(ctx, { name }, words) {
    if (name === undefined) {
      const isDeaf = !ctx.source.private && !(await hearsUnmentioned(ctx.repos, ctx.group.id));
      return ctx.reply({
        tone: 'info',
        title: words.title,
        blocks: [
          {
            kind: 'fields',
            fields: ctx.usable.map((entry) => ({ label: entry.usage, value: entry.summary })),
          },
          { kind: 'note', text: words.how },
          ...(isDeaf ? [{ kind: 'note', text: words.mentionsOnly } as const] : []),
        ],
      });
    }
    const wanted = name.replace(/^[/／、]/, '').toLowerCase();
    const entry = ctx.usable.find(({ names }) => names.includes(wanted));
    if (entry === undefined) return ctx.reply({ kind: 'notice', text: words.unknown(name) });
    await ctx.reply({
      tone: 'info',
      title: entry.summary,
      blocks: [
        {
          kind: 'fields',
          fields: [
            { label: words.usage, value: entry.usage },
            { label: words.names, value: entry.names.join(' / ') },
          ],
        },
        { kind: 'list', title: words.examples, items: entry.examples },
      ],
    });
  },
});

import { z } from 'zod';
import { defineCommand } from '../bot/define-command.ts';
import type { Card } from '../domain/message/card.ts';

const zh = {
  summary: '私聊时换一个工作群',
  args: {},
  title: '请选择私聊对应的工作群',
  chosen: (name: string) => `好的，以后私聊都按“${name}”处理。`,
  notHere: '您不在这个群里。',
  sentPrivately: '已私信给您，请在私聊里选择。',
};

const en: typeof zh = {
  summary: 'Changes the group your private messages are about',
  args: {},
  title: 'Which group are your private messages about?',
  chosen: (name) => `Private messages now are about "${name}".`,
  notHere: 'You are not in that group.',
  sentPrivately: 'Sent to you in private; please choose there.',
};

export const command = defineCommand({
  name: 'group',
  aliases: ['选群'],
  roles: ['member'],
  words: { 'zh-CN': zh, en },
  shape: {},
  args: z.strictObject({}),
  examples: [''],
  async run(ctx, _args, words) {
    const groups = await ctx.repos.groups.ofPerson(ctx.actor.id);
    const card: Card = {
      tone: 'info',
      title: words.title,
      blocks: [
        {
          kind: 'buttons',
          buttons: groups.map((group) => ({
            label: group.name || group.settings.unitName,
            action: 'group.choose',
            data: { group: group.id },
          })),
        },
      ],
    };
    if (ctx.source.private) return ctx.reply(card);
    // Which groups a person is in is nobody else's business.
    await ctx.send({
      key: `choose-group:${ctx.source.messageId}`,
      target: { kind: 'person', personId: ctx.actor.id },
      message: { kind: 'card', card },
    });
    await ctx.reply({ kind: 'notice', text: words.sentPrivately });
  },
  clicks: {
    choose: {
      roles: ['member'],
      async run(ctx, data, words) {
        if (data.group !== ctx.group.id || !(await ctx.repos.people.isMember(ctx.group.id, ctx.actor.id))) {
          return { tone: 'warning', notice: words.notHere };
        }
        await ctx.repos.people.chooseGroup(ctx.actor.id, ctx.group.id);
        // What this person said here while the bot did not know which group was meant is worked off now.
        await ctx.repos.inbox.release(ctx.source.chatId, ctx.actor.id);
        return { tone: 'success', notice: words.chosen(ctx.group.name || ctx.group.settings.unitName) };
      },
    },
  },
});

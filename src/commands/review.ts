import { z } from 'zod';
import { defineCommand } from '../bot/define-command.ts';
import { isHeldBack } from '../domain/item/is-printable.ts';
import { refuseReview } from '../domain/review/reviewers.ts';

const zh = {
  summary: '查看等待您审核的信息',
  args: {},
  none: '现在没有等待您审核的信息。',
  title: (count: number) => `待您审核 ${count} 条`,
  line: (number: string, serial: number, title: string) => `#${serial} ${number}《${title}》`,
  heldBack: (number: string, serial: number) => `#${serial} ${number}（不公开）`,
  how: '发送 /查看 编号 看全文；/通过 编号，或 /退回 编号 原因。',
};

const en: typeof zh = {
  summary: 'Lists what waits for your review',
  args: {},
  none: 'Nothing waits for your review.',
  title: (count) => `${count} items wait for your review`,
  line: (number, serial, title) => `#${serial} ${number} "${title}"`,
  heldBack: (number, serial) => `#${serial} ${number} (not public)`,
  how: 'Send /show NUMBER to read one; /approve NUMBER, or /return NUMBER reason.',
};

export const command = defineCommand({
  name: 'review',
  aliases: ['待审'],
  roles: ['editor', 'lead', 'chief'],
  words: { 'zh-CN': zh, en },
  shape: {},
  args: z.strictObject({}),
  examples: [''],
  async run(ctx, _args, words) {
    const { reviewLevels: levels, ownReview: ownAllowed } = ctx.group.settings;
    const waiting = (await ctx.repos.items.inReview(ctx.group.id)).filter(
      (item) => refuseReview({ reviewer: ctx.actor, item, levels, ownAllowed }) === undefined,
    );
    if (waiting.length === 0) return ctx.reply({ kind: 'notice', text: words.none });
    await ctx.reply({
      tone: 'info',
      title: words.title(waiting.length),
      blocks: [
        {
          kind: 'list',
          items: waiting.map((item) =>
            isHeldBack(item) && !ctx.source.private
              ? words.heldBack(item.number, item.serial)
              : words.line(item.number, item.serial, item.title),
          ),
        },
        { kind: 'note', text: words.how },
      ],
    });
  },
});

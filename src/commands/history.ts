import { z } from 'zod';
import { defineCommand } from '../bot/define-command.ts';
import { answerAboutItem } from '../bot/items/answer-about-item.ts';
import { findReadableItem } from '../bot/items/find-item.ts';
import { dateOf, fromStamp, timeOf } from '../kernel/clock.ts';
import { texts } from '../kernel/text/texts.ts';

const zh = {
  summary: '查看一条信息的修改和审核记录',
  args: { ref: '编号' },
  title: (number: string) => `${number} 的记录`,
};

const en: typeof zh = {
  summary: 'Shows what was done to an item, by whom and when',
  args: { ref: 'number' },
  title: (number) => `History of ${number}`,
};

export const command = defineCommand({
  name: 'history',
  aliases: ['历史'],
  roles: ['correspondent', 'editor', 'lead', 'chief'],
  words: { 'zh-CN': zh, en },
  shape: { positional: ['ref'] },
  args: z.strictObject({ ref: z.string() }),
  examples: ['#12'],
  async run(ctx, { ref }, words) {
    const item = await findReadableItem(ctx, ref);
    const revisions = await ctx.repos.items.revisions(item.id);
    const names = await ctx.repos.people.names(revisions.map(({ actorId }) => actorId));
    const { deeds, states, itemCard } = texts(ctx.locale);
    await answerAboutItem(ctx, item, {
      tone: 'info',
      title: words.title(item.number),
      blocks: [
        {
          kind: 'list',
          items: revisions.map(({ revision, at, actorId, action, note, item: then }) => {
            const when = fromStamp(at);
            const head = `${revision}. ${dateOf(when).toString()} ${timeOf(when)} ${names.get(actorId) ?? actorId}`;
            const { title, wording } = then;
            const printed =
              (action === 'shorten' || action === 'punctuate') && wording
                ? itemCard.wording(wording.title, wording.body)
                : `《${title}》`;
            return `${head} ${deeds[action]} → ${states[then.state]}${note ? `：${note}` : ''}\n${printed}`;
          }),
        },
      ],
    });
  },
});

import { z } from 'zod';
import type { CommandContext } from '../bot/context.ts';
import { defineCommand } from '../bot/define-command.ts';
import { editForm, editItem, readForm } from '../bot/items/edit-item.ts';
import { findItem } from '../bot/items/find-item.ts';
import { itemCard } from '../bot/items/item-card.ts';
import { reviewItem } from '../bot/items/review-item.ts';
import { showPresent } from '../bot/items/show-present.ts';
import { namesAnother, readItemRefs } from '../domain/item/item-number.ts';
import type { ItemRecord } from '../domain/item/item-record.ts';
import { UserError } from '../kernel/errors.ts';
import { texts } from '../kernel/text/texts.ts';

const zh = {
  summary: '通过一条待审信息',
  args: { ref: '编号', note: '意见' },
  done: (number: string, state: string) => `${number} ${state}。`,
  several: (most: number) => `一次最多通过 ${most} 条；要写意见的，请一次一条。`,
  amended: (changes: string) => `审核时作了修改：${changes}`,
};

const en: typeof zh = {
  summary: 'Approves an item',
  args: { ref: 'number', note: 'remark' },
  done: (number, state) => `${number}: ${state}.`,
  several: (most) => `At most ${most} at once; with a remark, one at a time.`,
  amended: (changes) => `Edited in the review: ${changes}`,
};

/** More than these nobody has read. */
const MOST_AT_ONCE = 20;

export const command = defineCommand({
  name: 'approve',
  aliases: ['通过'],
  roles: ['editor', 'lead', 'chief'],
  words: { 'zh-CN': zh, en },
  shape: { positional: ['ref'], rest: 'note' },
  args: z.strictObject({ ref: z.string(), note: z.string().default('') }),
  examples: ['#12', '202611-规划科-03 数字已核对', '#12 #13 #14'],
  async run(ctx, { ref, note }, words) {
    const refs = readItemRefs(`${ref} ${note}`) ?? [ref];
    const isRemark = refs.length === 1 && readItemRefs(note) === undefined;
    if (refs.length > MOST_AT_ONCE || (isRemark && namesAnother(note))) {
      ctx.misuse(words.several(MOST_AT_ONCE));
    }
    const lines: string[] = [];
    for (const one of refs) {
      const decision = { action: 'approve', note: isRemark ? note.trim() : '' } as const;
      lines.push(doneLine(ctx, await reviewItem(ctx, await findItem(ctx, one), decision), words));
    }
    await ctx.reply({ kind: 'notice', text: lines.join('\n') });
  },
  clicks: {
    press: {
      roles: ['editor', 'lead', 'chief'],
      async run(ctx, data, words) {
        const item = await findItem(ctx, data.item ?? '');
        if (data.revision !== String(item.revision)) return showPresent(ctx, item);
        const reviewed = await reviewItem(ctx, item, { action: 'approve', note: '' });
        const notice = doneLine(ctx, reviewed, words);
        return { tone: 'success', notice, card: await itemCard(ctx, reviewed, notice) };
      },
    },
    amend: {
      roles: ['editor', 'lead', 'chief'],
      async run(ctx, data, _words) {
        const item = await findItem(ctx, data.item ?? '');
        if (data.revision !== String(item.revision)) return showPresent(ctx, item);
        const { review, edit } = texts(ctx.locale);
        const card = editForm(ctx, item, { label: review.amendSubmit, action: 'approve.amended' });
        return { tone: 'info', notice: edit.formTitle(item.serial), card };
      },
    },
    amended: {
      roles: ['editor', 'lead', 'chief'],
      async run(ctx, data, words) {
        const item = await findItem(ctx, data.item ?? '');
        if (data.revision !== String(item.revision)) return showPresent(ctx, item);
        const reviewed = await approveEdited(ctx, item, words);
        const notice = doneLine(ctx, reviewed, words);
        return { tone: 'success', notice, card: await itemCard(ctx, reviewed, notice) };
      },
    },
  },
});

/**
 * A reviewer's small changes and the yes are two revisions, so that the author sees what was changed. The edit would
 * send the item back to the first review; the reviews it had passed before are kept.
 */
async function approveEdited(ctx: CommandContext, item: ItemRecord, words: typeof zh): Promise<ItemRecord> {
  if (item.state !== 'submitted') throw new UserError('item.changed', { ref: item.number });
  const { edit } = texts(ctx.locale);
  const { item: edited, changes } = await editItem(ctx, item, readForm(ctx.form));
  const lines = changes.map(({ field, from, to }) => edit.change(edit.fields[field], from, to));
  const note = lines.length > 0 ? words.amended(lines.join('；')) : '';
  return reviewItem(ctx, { ...edited, approvals: item.approvals }, { action: 'approve', note });
}

function doneLine(ctx: CommandContext, item: ItemRecord, words: typeof zh): string {
  return words.done(item.number, texts(ctx.locale).states[item.state]);
}

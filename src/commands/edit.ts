import { z } from 'zod';
import type { CommandContext } from '../bot/context.ts';
import { defineCommand } from '../bot/define-command.ts';
import {
  type EditedItem,
  editAndAsk,
  editForm,
  editItem,
  readForm,
  refuseEditing,
} from '../bot/items/edit-item.ts';
import { findItem } from '../bot/items/find-item.ts';
import { itemCard } from '../bot/items/item-card.ts';
import type { ItemEdit } from '../domain/item/item-edit.ts';
import { UserError } from '../kernel/errors.ts';
import { texts } from '../kernel/text/texts.ts';

const zh = {
  summary: '修改一条信息',
  args: { ref: '编号', text: '字段：新内容' },
  done: (number: string, revision: number, again: boolean) =>
    `已修改 ${number}（第 ${revision} 稿）${again ? '，重新送审' : ''}`,
  same: '内容没有变化，未作修改。',
};

const en: typeof zh = {
  summary: 'Edits an item',
  args: { ref: 'number', text: 'field: new text' },
  done: (number, revision, again) =>
    `Edited ${number} (revision ${revision})${again ? ', back to the first review' : ''}`,
  same: 'Nothing is different; nothing was stored.',
};

const FIELDS: ReadonlyMap<string, keyof ItemEdit> = new Map([
  ['标题', 'title'],
  ['内容', 'body'],
  ['正文', 'body'],
  ['日期', 'date'],
  ['栏目', 'section'],
  ['专题', 'campaign'],
  ['拟投', 'outlets'],
]);
const FIELD = new RegExp(`(?:^|\\n)[^\\S\\n]*(${[...FIELDS.keys()].join('|')})[^\\S\\n]*[：:]`, 'g');

export const command = defineCommand({
  name: 'edit',
  aliases: ['修改'],
  roles: ['member'],
  words: { 'zh-CN': zh, en },
  shape: { positional: ['ref'], rest: 'text' },
  args: z.strictObject({ ref: z.string(), text: z.string().optional() }),
  examples: ['#12 标题：新的标题', '#12 内容：改好的全文', '#12'],
  async run(ctx, { ref, text }, words) {
    const item = await findItem(ctx, ref);
    refuseEditing(ctx, item);
    if (text === undefined) {
      return ctx.reply(editForm(ctx, item, { label: texts(ctx.locale).edit.save, action: 'edit.save' }));
    }
    const edited = await editAndAsk(ctx, item, readFields(text));
    await ctx.reply(await resultCard(ctx, edited, words));
  },
  clicks: {
    open: {
      roles: ['member'],
      async run(ctx, data) {
        const item = await findItem(ctx, data.item ?? '');
        refuseEditing(ctx, item);
        const { edit } = texts(ctx.locale);
        const card = editForm(ctx, item, { label: edit.save, action: 'edit.save' });
        if (ctx.source.private) return { tone: 'info', notice: edit.formTitle(item.serial), card };
        // In the group everybody would look at one person's form.
        await ctx.send({
          key: `edit-form:${item.id}:${item.revision}:${ctx.actor.id}`,
          target: { kind: 'person', personId: ctx.actor.id },
          message: { kind: 'card', card },
        });
        return { tone: 'info', notice: edit.sentPrivately };
      },
    },
    section: {
      roles: ['member'],
      async run(ctx, data) {
        const item = await findItem(ctx, data.item ?? '');
        refuseEditing(ctx, item);
        const { item: moved } = await editItem(ctx, item, { section: data.section ?? '' });
        const notice = texts(ctx.locale).edit.moved(moved.serial, moved.section);
        return { tone: 'success', notice, card: await itemCard(ctx, moved, notice) };
      },
    },
    save: {
      roles: ['member'],
      async run(ctx, data, words) {
        const item = await findItem(ctx, data.item ?? '');
        refuseEditing(ctx, item);
        if (data.revision !== String(item.revision))
          throw new UserError('item.changed', { ref: item.number });
        const edited = await editAndAsk(ctx, item, readForm(ctx.form));
        const card = await resultCard(ctx, edited, words);
        return { tone: 'success', notice: edited.changes.length > 0 ? card.title : words.same, card };
      },
    },
  },
});

/** Every labelled line begins a field; it goes on to the next label, line breaks included. */
export function readFields(text: string): ItemEdit {
  const marks = [...text.matchAll(FIELD)];
  if (marks.length === 0) throw new UserError('edit.fields');
  return Object.fromEntries(
    marks.map((mark, index) => [
      FIELDS.get(mark[1] ?? '') ?? '',
      text.slice(mark.index + mark[0].length, marks[index + 1]?.index).trim(),
    ]),
  );
}

async function resultCard(ctx: CommandContext, { item, changes }: EditedItem, words: typeof zh) {
  const { edit } = texts(ctx.locale);
  const again = item.state === 'submitted' && changes.some(({ field }) => field !== 'section');
  const card = await itemCard(ctx, item, changes.length === 0 ? words.same : undefined);
  if (changes.length === 0) return card;
  const lines = changes.map(({ field, from, to }) => edit.change(edit.fields[field], from, to));
  return {
    ...card,
    title: words.done(item.number, item.revision, again),
    blocks: [{ kind: 'list', items: lines }, ...card.blocks.slice(0, 1)],
  } as const;
}

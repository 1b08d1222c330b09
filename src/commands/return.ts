import { z } from 'zod';
import { defineCommand } from '../bot/define-command.ts';
import { findItem } from '../bot/items/find-item.ts';
import { itemCard } from '../bot/items/item-card.ts';
import { returnItem } from '../bot/items/review-item.ts';
import { showPresent } from '../bot/items/show-present.ts';
import type { Told } from '../bot/items/tell-author.ts';
import { namesAnother } from '../domain/item/item-number.ts';
import type { ItemRecord } from '../domain/item/item-record.ts';
import { UserError } from '../kernel/errors.ts';

const zh = {
  summary: '退回一条信息，请报送人修改',
  args: { ref: '编号', reason: '原因' },
  done: (number: string) => `${number} 已退回，原因已私信报送人。`,
  doneBelow: (number: string, unit: string) => `${number} 已退回，原因已私信${unit}的宣传负责人。`,
  notTold: (number: string, unit: string) =>
    `${number} 已退回。${unit}已解除对接、其工作群已存档或没有负责人，通知不到，请另行联系。`,
  oneByOne: '一次只能退回一条，每条各写原因。',
};

const en: typeof zh = {
  summary: 'Returns an item to its author',
  args: { ref: 'number', reason: 'reason' },
  done: (number) => `${number} was returned; the author has been told why.`,
  doneBelow: (number, unit) => `${number} was returned; the leads of ${unit} have been told why.`,
  notTold: (number, unit) =>
    `${number} was returned. ${unit} is not linked, archived or without a lead, and could not be told; please do so yourself.`,
  oneByOne: 'One item at a time, each with its reason.',
};

export const command = defineCommand({
  name: 'return',
  aliases: ['退回'],
  roles: ['editor', 'lead', 'chief'],
  words: { 'zh-CN': zh, en },
  shape: { positional: ['ref'], rest: 'reason' },
  args: z.strictObject({ ref: z.string(), reason: z.string().default('') }),
  examples: ['#12 请补充活动地点和参加人数'],
  async run(ctx, { ref, reason }, words) {
    if (namesAnother(reason)) ctx.misuse(words.oneByOne);
    const { item, told } = await returnItem(ctx, await findItem(ctx, ref), readReason(reason));
    await ctx.reply({ kind: 'notice', text: describe(item, told, words) });
  },
  clicks: {
    press: {
      roles: ['editor', 'lead', 'chief'],
      async run(ctx, data, words) {
        const item = await findItem(ctx, data.item ?? '');
        if (data.revision !== String(item.revision)) return showPresent(ctx, item);
        const returned = await returnItem(ctx, item, readReason(ctx.form.reason ?? ''));
        const notice = describe(returned.item, returned.told, words);
        return { tone: 'success', notice, card: await itemCard(ctx, returned.item, notice) };
      },
    },
  },
});

/** Who has been told. */
function describe({ number }: ItemRecord, told: Told, words: typeof zh): string {
  if (told.kind === 'author') return words.done(number);
  return (told.reached ? words.doneBelow : words.notTold)(number, told.unit);
}

/** A return without a reason helps nobody. */
function readReason(written: string): string {
  const reason = written.trim();
  if (reason === '') throw new UserError('return.reason');
  return reason;
}

import { z } from 'zod';
import { findOfferedItem, refuseSecrecy, refuseUnpublishable } from '../bot/adoption/adoptable-item.ts';
import type { CommandContext } from '../bot/context.ts';
import { defineCommand } from '../bot/define-command.ts';
import { outletDetails } from '../bot/outlets/outlet-words.ts';
import type { ItemRecord } from '../domain/item/item-record.ts';
import type { Card } from '../domain/message/card.ts';
import { matchOutlet } from '../domain/outlet/match-outlet.ts';
import type { Outlet } from '../domain/outlet/outlet.ts';
import { splitNames } from '../domain/outlet/read-outlet.ts';
import { toStamp } from '../kernel/clock.ts';
import { texts } from '../kernel/text/texts.ts';

const zh = {
  summary: '把一条已通过的信息投给一家或几家媒体，给出投稿稿件和要求',
  args: { ref: '编号', outlets: '媒体，用顿号分开' },
  which: '请写明投给哪些媒体，发送 /媒体 查看目录。',
  unknown: (names: string) =>
    `媒体目录里没有“${names}”，没有投稿。发送 /媒体 查看目录，或请负责人先 /媒体 新增。`,
  title: (serial: number, count: number) => `投稿 #${serial}：${count} 家媒体`,
  again: (names: string) => `${names}此前已投过。`,
  outlet: (name: string, details: string) =>
    details === '' ? `${name}（目录里没有地址和要求）` : `${name}（${details}）`,
  how: (serial: number) =>
    `投稿已记入历史，机器人不代发邮件。以下为审定稿，可直接复制；刊发后登记：/用稿 #${serial} 媒体 链接 日期`,
};

const en: typeof zh = {
  summary: 'Offers an approved item to outlets: the text, where to send it and how',
  args: { ref: 'number', outlets: 'outlets' },
  which: 'Say which outlets. /outlets lists them.',
  unknown: (names) => `There is no outlet "${names}"; nothing was pitched. /outlets lists them.`,
  title: (serial, count) => `Pitch of #${serial} to ${count} outlets`,
  again: (names) => `Pitched to ${names} before.`,
  outlet: (name, details) => (details === '' ? name : `${name} (${details})`),
  how: (serial) =>
    `It is on record; the bot sends no mail. The approved text is below. Once printed: /adopted #${serial} OUTLET LINK DATE`,
};

export const command = defineCommand({
  name: 'pitch',
  aliases: ['投稿'],
  roles: ['correspondent', 'lead'],
  words: { 'zh-CN': zh, en },
  shape: { positional: ['ref'], rest: 'outlets' },
  args: z.strictObject({ ref: z.string(), outlets: z.string().max(1000).optional() }),
  examples: ['#12 县融媒体中心、局公众号', '#12'],
  async run(ctx, { ref, outlets: written }, words) {
    const item = await findOfferedItem(ctx, ref);
    refuseUnpublishable(ctx, item);
    // What leaves the house has to be cleared; a report may print what nobody has judged.
    if (item.secrecy !== 'open') refuseSecrecy(ctx, item);
    const outlets = await readOutlets(ctx, written ?? item.outlets ?? '', words);
    const before = new Set((await ctx.repos.pitches.ofItem(item.id)).map(({ outlet }) => outlet));
    await record(ctx, item, outlets);
    const again = outlets.map(({ name }) => name).filter((name) => before.has(name));
    await ctx.reply(pitchCard(ctx, item, { outlets, again, words }));
  },
});

/** Each once, in the order written. */
async function readOutlets(
  ctx: CommandContext,
  written: string,
  words: typeof zh,
): Promise<readonly Outlet[]> {
  const known = await ctx.repos.outlets.list(ctx.group.id);
  const whole = matchOutlet(written, known);
  if (whole !== undefined) return [whole];
  const names = splitNames(written).flatMap((name) =>
    matchOutlet(name, known) === undefined ? name.split(/\s+/u) : [name],
  );
  if (names.length === 0) return ctx.misuse(words.which);
  const unknown = names.filter((name) => matchOutlet(name, known) === undefined);
  if (unknown.length > 0) return ctx.misuse(words.unknown(texts(ctx.locale).list(unknown)));
  return [...new Set(names.flatMap((name) => matchOutlet(name, known) ?? []))];
}

async function record(ctx: CommandContext, item: ItemRecord, outlets: readonly Outlet[]): Promise<void> {
  const at = toStamp(ctx.now);
  for (const { name } of outlets) {
    await ctx.repos.pitches.insert(ctx.group.id, { itemId: item.id, outlet: name, at }, ctx.actor.id);
  }
  const note = texts(ctx.locale).list(outlets.map(({ name }) => name));
  await ctx.repos.items.change(item, {}, { actorId: ctx.actor.id, at, action: 'pitch', note });
  await ctx.audit('item.pitch', { item: item.number });
}

function pitchCard(
  ctx: CommandContext,
  item: ItemRecord,
  { outlets, again, words }: { outlets: readonly Outlet[]; again: readonly string[]; words: typeof zh },
): Card {
  const lines = outlets.map((outlet) =>
    words.outlet(outlet.name, outletDetails(ctx.locale, outlet, 'how').join('；')),
  );
  const repeated = again.length > 0 ? words.again(texts(ctx.locale).list(again)) : '';
  return {
    tone: 'info',
    title: words.title(item.serial, outlets.length),
    blocks: [
      { kind: 'list', items: lines },
      { kind: 'note', text: repeated + words.how(item.serial) },
      { kind: 'divider' },
      { kind: 'text', text: item.title },
      { kind: 'text', text: item.body },
    ],
  };
}

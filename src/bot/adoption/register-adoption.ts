import type { Adoption } from '../../domain/adoption/adoption.ts';
import { readAdoption, readLink, type WrittenAdoption } from '../../domain/adoption/read-adoption.ts';
import type { ItemRecord } from '../../domain/item/item-record.ts';
import { matchOutlet } from '../../domain/outlet/match-outlet.ts';
import { isInternal } from '../../domain/outlet/outlet.ts';
import { LONGEST_NAME } from '../../domain/outlet/read-outlet.ts';
import { toStamp } from '../../kernel/clock.ts';
import { UserError } from '../../kernel/errors.ts';
import type { Words } from '../../kernel/text/texts.ts';
import type { CommandContext } from '../context.ts';
import { findHolders } from '../find-holders.ts';
import { sendPrivately } from '../send-privately.ts';
import { findOfferedItem, refuseUnpublishable } from './adoptable-item.ts';
import { adoptedCard } from './adopted-card.ts';
import { describeAdoption } from './adoption-words.ts';

interface RegisterWords {
  readonly noOutlet: string;
  readonly longOutlet: (most: number) => string;
  readonly noDate: string;
  readonly severalDates: string;
  readonly future: (day: string) => string;
  readonly badLink: (link: string) => string;
  readonly severalLinks: string;
  readonly noProof: (outlet: string) => string;
  readonly twice: (ref: string, what: string) => string;
  readonly done: (ref: string, what: string) => string;
  readonly unknown: (outlet: string) => string;
}

const WORDS: Words<RegisterWords> = {
  'zh-CN': {
    noOutlet: '请写明是哪家媒体。',
    longOutlet: (most) => `媒体名称最长 ${most} 个字，请核对后重新发送。`,
    noDate: '请写明刊发日期，例如 11月20日。',
    severalDates: '只写一个刊发日期；多次刊发请分别登记。',
    future: (day) => `刊发日期“${day}”还没有到，请核对。`,
    badLink: (link) => `链接“${link}”打不开，请从浏览器复制 http 或 https 开头的完整网址。`,
    severalLinks: '只写一个链接；多家媒体用稿请分别登记。',
    noProof: (outlet) =>
      `请附上“${outlet}”的链接；报纸、广播电视写版面或时间，例如 3版、头版、19:30。内刊、简报、政务信息不用链接。`,
    twice: (ref, what) => `${ref} 在${what}的用稿已经登记过，没有重复登记。`,
    done: (ref, what) => `已登记 ${ref} 用稿：${what}，已告知工作群。`,
    unknown: (outlet) =>
      `“${outlet}”不在媒体目录，级别未定。负责人可发送：/媒体 新增 ${outlet} 县级（级别请按实际填写）`,
  },
  en: {
    noOutlet: 'Say which outlet printed it.',
    longOutlet: (most) => `An outlet's name has at most ${most} characters.`,
    noDate: 'Give the day of publication, such as 2026-11-20.',
    severalDates: 'Give one day of publication; register each by itself.',
    future: (day) => `The day "${day}" has not come yet.`,
    badLink: (link) => `"${link}" is no address. Copy it whole, beginning with http or https.`,
    severalLinks: 'Give one link; register each outlet by itself.',
    noProof: (outlet) =>
      `Add the link of "${outlet}", or the page or time on air, such as p3 or 19:30. Internal papers need none.`,
    twice: (ref, what) => `${ref} is registered already: ${what}.`,
    done: (ref, what) => `Registered ${ref}: ${what}. The group has been told.`,
    unknown: (outlet) =>
      `"${outlet}" is not in the directory, so its level is not known. The lead adds it by: /outlets add ${outlet} county`,
  },
};

/** Stores that an outlet printed an item, and tells the group on one card. Throws UserError for what cannot be stored. */
export async function registerAdoption(ctx: CommandContext, ref: string, text: string): Promise<void> {
  const words = WORDS[ctx.locale];
  const item = await findOfferedItem(ctx, ref);
  refuseUnpublishable(ctx, item);
  const outlets = await ctx.repos.outlets.list(ctx.group.id);
  const written = readAdoption(text, ctx.today);
  const outlet = matchOutlet(written.outlet, outlets);
  const adoption = checkAdoption(ctx, item, { written, name: outlet?.name ?? written.outlet });
  const what = describeAdoption(ctx.locale, adoption);
  if (!(await ctx.repos.adoptions.insert(adoption))) {
    return ctx.reply({ kind: 'notice', text: words.twice(item.number, what) });
  }
  const by = { actorId: ctx.actor.id, at: adoption.registeredAt, action: 'adopt', note: what } as const;
  await ctx.repos.items.change(item, {}, by);
  await ctx.audit('adopted.register', { item: item.number });
  const note = outlet === undefined ? words.unknown(adoption.outlet) : '';
  if (note !== '') await tellLeads(ctx, adoption.outlet, note);
  const card = await adoptedCard(ctx, item, { adoption, outlet, note });
  if (ctx.source.chatId === ctx.group.id) return ctx.reply(card);
  const target = { kind: 'chat', chatId: ctx.group.id } as const;
  await ctx.send({ key: `adopted:${adoption.id}`, target, message: { kind: 'card', card } });
  await ctx.reply({ kind: 'notice', text: words.done(item.number, what) + note });
}

function checkAdoption(
  ctx: CommandContext,
  item: ItemRecord,
  { written, name }: { written: WrittenAdoption; name: string },
): Adoption {
  const words = WORDS[ctx.locale];
  if (name === '') return ctx.misuse(words.noOutlet);
  if ([...name].length > LONGEST_NAME) return ctx.misuse(words.longOutlet(LONGEST_NAME));
  const date = readDay(ctx, written);
  const [link, ...more] = written.links;
  const href = link === undefined ? undefined : readLink(link);
  if (more.length > 0) return ctx.misuse(words.severalLinks);
  if (link !== undefined && href === undefined) return ctx.misuse(words.badLink(link));
  if (href === undefined && written.places.length === 0 && !isInternal(name)) {
    return ctx.misuse(words.noProof(name));
  }
  return {
    id: ctx.ids.next(),
    groupId: ctx.group.id,
    itemId: item.id,
    outlet: name,
    date,
    ...(href !== undefined && { link: href }),
    place: written.places.join('，'),
    registeredBy: ctx.actor.id,
    registeredAt: toStamp(ctx.now),
  };
}

function readDay(ctx: CommandContext, { dates }: WrittenAdoption): string {
  const words = WORDS[ctx.locale];
  const [day, second] = dates;
  if (day === undefined) return ctx.misuse(words.noDate);
  if (second !== undefined) return ctx.misuse(words.severalDates);
  if (day.date === undefined) throw new UserError('date.impossible', { date: day.text });
  const date = day.date.toString();
  return date > ctx.today.toString() ? ctx.misuse(words.future(day.text)) : date;
}

/** Once for each outlet, whoever registers how much of it. */
async function tellLeads(ctx: CommandContext, outlet: string, text: string): Promise<void> {
  const leads = (await findHolders(ctx, 'lead')).filter((id) => id !== ctx.actor.id);
  const key = `outlet-unknown:${ctx.group.id}:${outlet}`;
  await sendPrivately(ctx, leads, { key, message: { kind: 'notice', text } });
}

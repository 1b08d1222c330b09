import type { ItemOrigin } from '../../domain/hand-up/item-origin.ts';
import type { ItemRecord } from '../../domain/item/item-record.ts';
import type { Card } from '../../domain/message/card.ts';
import { describeMonth } from '../../domain/period/month.ts';
import type { Words } from '../../kernel/text/texts.ts';
import type { CommandContext } from '../context.ts';
import { sendPrivately } from '../send-privately.ts';
import { enterLinked } from './enter-linked.ts';
import { unitOf } from './unit-of.ts';

interface ReturnWords {
  readonly title: (serial: number, unit: string) => string;
  readonly reason: (reason: string) => string;
  readonly how: (serial: number, month: string) => string;
}

const WORDS: Words<ReturnWords> = {
  'zh-CN': {
    title: (serial, unit) => `上报的 #${serial} 被${unit}退回`,
    reason: (reason) => `原因：${reason}`,
    how: (serial, month) =>
      `改好并通过审核后，发送 /更正 ${month}，再发送 /上报 ${month} #${serial} 重新报送。直接回复本消息“/修改 内容：…”即可修改。`,
  },
  en: {
    title: (serial, unit) => `#${serial} was returned by ${unit}`,
    reason: (reason) => `Reason: ${reason}`,
    how: (serial, month) =>
      `Once it is mended and approved, send /amend ${month}, then /hand-up ${month} #${serial}. A reply to this with /edit edits it.`,
  },
};

/** The group that handed an item up. */
interface Sender {
  readonly origin: ItemOrigin;
  /** Undefined when nothing passes between the two groups any more: the link has ended, or the bot is not there. */
  readonly below: CommandContext | undefined;
}

/** Who handed an item up to this group; undefined for an item of the group's own. */
async function findSender(ctx: CommandContext, item: ItemRecord): Promise<Sender | undefined> {
  const origin = await ctx.repos.itemOrigins.of(item.id);
  if (origin === undefined) return undefined;
  const link = await ctx.repos.groupLinks.above(origin.originGroupId);
  if (link?.parentId !== ctx.group.id) return { origin, below: undefined };
  const linked = await enterLinked(ctx, link);
  return { origin, below: linked.kind === 'open' ? linked.there : undefined };
}

/**
 * The lower group's leads learn in private that an item of theirs was returned, with the reason and what to do next. Says
 * whether anybody could be told.
 */
export async function tellSender(ctx: CommandContext, item: ItemRecord, reason: string): Promise<boolean> {
  const { origin, below } = (await findSender(ctx, item)) ?? {};
  const own = origin && (await ctx.repos.items.byId(origin.originItemId));
  if (origin === undefined || below === undefined || own === undefined) return false;
  const words = WORDS[ctx.locale];
  const card: Card = {
    tone: 'warning',
    title: words.title(own.serial, unitOf(ctx.group)),
    blocks: [
      { kind: 'text', text: `${own.number}《${own.title}》` },
      { kind: 'text', text: words.reason(reason) },
      { kind: 'note', text: words.how(own.serial, describeMonth(origin.month)) },
    ],
  };
  const leads = await below.repos.people.leads(below.group.id);
  await sendPrivately(below, leads, {
    key: `handed-back:${own.id}:${item.id}:${item.revision}`,
    message: { kind: 'card', card },
  });
  return leads.length > 0;
}

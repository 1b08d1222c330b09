import type { ItemRecord } from '../../domain/item/item-record.ts';
import type { ClickAnswer } from '../../domain/message/card.ts';
import { texts } from '../../kernel/text/texts.ts';
import type { CommandContext } from '../context.ts';
import { itemCard } from './item-card.ts';
import { lastDeed } from './review-item.ts';

/** The answer to a click on an old card: it is redrawn as the item stands, and says who was first. */
export async function showPresent(ctx: CommandContext, item: ItemRecord): Promise<ClickAnswer> {
  const { review, states } = texts(ctx.locale);
  const { who } = await lastDeed(ctx, item);
  const notice = review.moved(states[item.state], who);
  return { tone: 'warning', notice, card: await itemCard(ctx, item, notice) };
}

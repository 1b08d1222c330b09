import { isHeldBack } from '../../domain/item/is-printable.ts';
import type { ItemRecord } from '../../domain/item/item-record.ts';
import type { Card } from '../../domain/message/card.ts';
import { texts } from '../../kernel/text/texts.ts';
import { answerPrivately } from '../answer-privately.ts';
import type { CommandContext } from '../context.ts';

/** Answers with a card that has an item's words. What is held back is not for the whole group, whoever asks there. */
export async function answerAboutItem(ctx: CommandContext, item: ItemRecord, card: Card): Promise<void> {
  if (!isHeldBack(item)) return ctx.reply(card);
  const { itemCard, secrecy } = texts(ctx.locale);
  const sent = itemCard.inPrivate(item.serial, secrecy[item.secrecy]);
  await answerPrivately(ctx, card, { key: 'held-item', sent });
}

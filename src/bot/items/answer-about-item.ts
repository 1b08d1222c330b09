import { isHeldBack } from '../../domain/item/is-printable.ts';
import type { ItemRecord } from '../../domain/item/item-record.ts';
import type { Card } from '../../domain/message/card.ts';
import { texts } from '../../kernel/text/texts.ts';
import { answerPrivately } from '../answer-privately.ts';
import type { CommandContext } from '../context.ts';

/**
 * Answers with a card that has an item's words. What is held back is not for the whole group, whoever asks there. A reply
 * to the card means the item (`addAnsweredItem`).
 */
export async function answerAboutItem(ctx: CommandContext, item: ItemRecord, card: Card): Promise<void> {
  const key = `item:${item.id}`;
  const { messageId, chatId, private: isPrivate } = ctx.source;
  if (isHeldBack(item) && !isPrivate) {
    const { itemCard, secrecy } = texts(ctx.locale);
    const sent = itemCard.inPrivate(item.serial, secrecy[item.secrecy]);
    return answerPrivately(ctx, card, { key, sent });
  }
  await ctx.send({
    key: `${key}:${messageId}`,
    target: { kind: 'chat', chatId, replyTo: messageId },
    message: { kind: 'card', card },
  });
}

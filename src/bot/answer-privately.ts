import type { Card } from '../domain/message/card.ts';
import type { CommandContext } from './context.ts';
import { sendPrivately } from './send-privately.ts';

/** Answers with a card that is not for the whole group: there one line says where it is. `key` begins the draft's key. */
export async function answerPrivately(
  ctx: CommandContext,
  card: Card,
  { key, sent }: { readonly key: string; readonly sent: string },
): Promise<void> {
  if (ctx.source.private) return ctx.reply(card);
  const message = { kind: 'card', card } as const;
  await sendPrivately(ctx, [ctx.actor.id], { key: `${key}:${ctx.source.messageId}`, message });
  await ctx.reply({ kind: 'notice', text: sent });
}

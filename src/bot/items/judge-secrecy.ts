import type { ItemRecord, Secrecy } from '../../domain/item/item-record.ts';
import { toStamp } from '../../kernel/clock.ts';
import { UserError } from '../../kernel/errors.ts';
import { texts } from '../../kernel/text/texts.ts';
import type { CommandContext } from '../context.ts';
import { followFrozen } from '../report/late-items.ts';
import { tellOfLeak } from './tell-of-leak.ts';

/**
 * Records in the item's history whether it may be published, and tells its author in private. Throws UserError for a
 * closed item, and for people who would declare a text of their own fit to be published.
 */
export async function judgeSecrecy(
  ctx: CommandContext,
  item: ItemRecord,
  { secrecy, reason }: { secrecy: Secrecy; reason: string },
): Promise<ItemRecord> {
  const { states, review } = texts(ctx.locale);
  if (item.state === 'withdrawn' || item.state === 'merged') {
    throw new UserError('item.state', { ref: item.number, state: states[item.state] });
  }
  const own = item.authorId === ctx.actor.id;
  if (own && secrecy === 'open' && !ctx.group.settings.ownReview) {
    throw new UserError('review.own', { ref: item.number });
  }
  const judged = await ctx.repos.items.change(
    item,
    { secrecy },
    {
      actorId: ctx.actor.id,
      at: toStamp(ctx.now),
      action: 'secrecy',
      note:
        own && secrecy === 'open'
          ? review.ownNote(describe(ctx, secrecy, reason))
          : describe(ctx, secrecy, reason),
    },
  );
  await ctx.audit('item.secrecy', { item: item.number, secrecy });
  await followFrozen(ctx, judged, { isTold: await tellOfLeak(ctx, judged, item) });
  // The author of what was handed up is not of this group.
  const isFromBelow = (await ctx.repos.itemOrigins.of(item.id)) !== undefined;
  if (!own && !isFromBelow) await tellAuthor(ctx, judged, reason);
  return judged;
}

/** The history shows an item's state with each deed; what was judged stands in the note. */
function describe(ctx: CommandContext, secrecy: Secrecy, reason: string): string {
  const verdict = texts(ctx.locale).secrecy[secrecy];
  return reason === '' ? verdict : `${verdict}（${reason}）`;
}

async function tellAuthor(ctx: CommandContext, item: ItemRecord, reason: string): Promise<void> {
  const { review, secrecy, itemCard } = texts(ctx.locale);
  await ctx.send({
    key: `secrecy:${item.id}:${item.revision}`,
    target: { kind: 'person', personId: item.authorId },
    message: {
      kind: 'card',
      card: {
        tone: item.secrecy === 'open' ? 'success' : 'warning',
        title: `#${item.serial} ${itemCard.secrecy}：${secrecy[item.secrecy]}`,
        blocks: [
          { kind: 'text', text: `${item.number}《${item.title}》` },
          ...(reason === '' ? [] : ([{ kind: 'text', text: review.said(ctx.actor.name, reason) }] as const)),
        ],
      },
    },
  });
}

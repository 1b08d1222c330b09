import type { ItemRecord } from '../../domain/item/item-record.ts';
import type { Decision } from '../../domain/review/reviewers.ts';
import { texts } from '../../kernel/text/texts.ts';
import type { CommandContext } from '../context.ts';
import { tellSender } from '../hand-up/tell-sender.ts';

/** Who has heard of a decision: the author, or (`unit`) the leads of the group below if they could be told. */
export type Told =
  | { readonly kind: 'author' }
  | { readonly kind: 'unit'; readonly unit: string; readonly reached: boolean };

/**
 * The author learns in private how a review ended; a returned item comes with a button to mend it. Of one that a lower
 * group has handed up, that group's leads learn of a return, and nobody of a yes.
 */
export async function tellAuthor(ctx: CommandContext, item: ItemRecord, decision: Decision): Promise<Told> {
  const origin = await ctx.repos.itemOrigins.of(item.id);
  if (origin !== undefined) {
    const reached = decision.action === 'return' && (await tellSender(ctx, item, decision.note));
    return { kind: 'unit', unit: origin.unit, reached };
  }
  if (item.authorId === ctx.actor.id) return { kind: 'author' };
  const { review } = texts(ctx.locale);
  const approved = decision.action === 'approve';
  const data = { group: ctx.group.id, item: item.number };
  await ctx.send({
    key: `reviewed:${item.id}:${item.revision}`,
    target: { kind: 'person', personId: item.authorId },
    message: {
      kind: 'card',
      card: {
        tone: approved ? 'success' : 'warning',
        title: approved ? review.approvedTitle(item.serial) : review.returnedTitle(item.serial),
        blocks: [
          { kind: 'text', text: `${item.number}《${item.title}》` },
          ...(decision.note === ''
            ? []
            : ([{ kind: 'text', text: review.said(ctx.actor.name, decision.note) }] as const)),
          ...(approved
            ? []
            : ([
                {
                  kind: 'buttons',
                  buttons: [{ label: review.mend, style: 'primary', action: 'edit.open', data }],
                },
              ] as const)),
        ],
      },
    },
  });
  return { kind: 'author' };
}

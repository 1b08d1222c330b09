import type { ItemRecord } from '../../domain/item/item-record.ts';
import { reviewersOf } from '../../domain/review/reviewers.ts';
import type { CommandContext } from '../context.ts';
import { reviewCard } from './review-card.ts';

/**
 * Puts an item before those who may pass its next review, each in private. Of the roles that may, the first is asked
 * that anybody here holds, so that a lead is not troubled where there is an editor. Nobody there: it waits in the queue.
 */
export async function askReviewers(ctx: CommandContext, item: ItemRecord): Promise<void> {
  for (const personId of await findReviewers(ctx, item)) {
    await ctx.send({
      key: `review:${item.id}:${item.revision}:${personId}`,
      target: { kind: 'person', personId },
      message: { kind: 'card', card: await reviewCard(ctx, item) },
    });
  }
}

async function findReviewers(ctx: CommandContext, item: ItemRecord): Promise<readonly string[]> {
  const { reviewLevels, ownReview } = ctx.group.settings;
  const holders = await ctx.repos.people.holders(ctx.group.id);
  const here = await ctx.repos.people.members(ctx.group.id);
  const able = holders.filter(
    ({ personId }) => here.has(personId) && (ownReview || personId !== item.authorId),
  );
  const role = reviewersOf(item.approvals, reviewLevels).find((name) => able.some((h) => h.role === name));
  return able.filter((holder) => holder.role === role).map((holder) => holder.personId);
}

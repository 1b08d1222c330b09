import type { ItemRecord, ItemRevision } from '../../domain/item/item-record.ts';
import { nextState } from '../../domain/item/item-state.ts';
import { type Decision, refuseReview } from '../../domain/review/reviewers.ts';
import { toStamp } from '../../kernel/clock.ts';
import { UserError } from '../../kernel/errors.ts';
import { texts } from '../../kernel/text/texts.ts';
import type { CommandContext } from '../context.ts';
import { followFrozen } from '../report/late-items.ts';
import { askReviewers } from './ask-reviewers.ts';
import { type Told, tellAuthor } from './tell-author.ts';

/**
 * Records a reviewer's yes or no in the item's history, tells the author in private and asks the next level. Throws
 * UserError when the item does not wait for this person's decision: somebody else may have been first.
 */
export async function reviewItem(
  ctx: CommandContext,
  item: ItemRecord,
  decision: Decision,
): Promise<ItemRecord> {
  const reviewed = await decide(ctx, item, decision);
  if (reviewed.state === 'submitted') await askReviewers(ctx, reviewed);
  else await tellAuthor(ctx, reviewed, decision);
  return reviewed;
}

/** Gives an item back with the reason, and says who has heard of it. Throws as `reviewItem`. */
export async function returnItem(
  ctx: CommandContext,
  item: ItemRecord,
  note: string,
): Promise<{ readonly item: ItemRecord; readonly told: Told }> {
  const decision = { action: 'return', note } as const;
  const returned = await decide(ctx, item, decision);
  return { item: returned, told: await tellAuthor(ctx, returned, decision) };
}

async function decide(ctx: CommandContext, item: ItemRecord, decision: Decision): Promise<ItemRecord> {
  const { reviewLevels: levels, ownReview } = ctx.group.settings;
  const refusal = refuseReview({ reviewer: ctx.actor, item, levels, ownAllowed: ownReview });
  if (refusal !== undefined) await refuse(ctx, item, refusal);
  const next = nextState(item, decision.action, levels);
  if (!next.ok) return refuse(ctx, item, 'not-in-review');
  const own = item.authorId === ctx.actor.id;
  const note = own ? texts(ctx.locale).review.ownNote(decision.note) : decision.note;
  const reviewed = await ctx.repos.items.change(
    item,
    { state: next.state, approvals: next.approvals },
    { actorId: ctx.actor.id, at: toStamp(ctx.now), action: decision.action, note },
  );
  await followFrozen(ctx, reviewed);
  return reviewed;
}

/** Says how the item stands and who brought it there, so that the second of two reviewers sees who was first. */
async function refuse(
  ctx: CommandContext,
  item: ItemRecord,
  refusal: 'not-in-review' | 'role' | 'own-text',
): Promise<never> {
  if (refusal === 'own-text') throw new UserError('review.own', { ref: item.number });
  if (refusal === 'role') throw new UserError('review.role', { ref: item.number });
  const { states } = texts(ctx.locale);
  const last = await lastDeed(ctx, item);
  throw new UserError('review.closed', { ref: item.number, state: states[item.state], who: last.who });
}

/** Who last changed the item, by name. */
export async function lastDeed(
  ctx: CommandContext,
  item: ItemRecord,
): Promise<{ who: string; revision: ItemRevision | undefined }> {
  const revision = (await ctx.repos.items.revisions(item.id)).at(-1);
  const name = revision && (await ctx.repos.people.name(revision.actorId));
  return { who: name ?? texts(ctx.locale).none, revision };
}

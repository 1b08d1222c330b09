import type { ItemRecord } from '../../domain/item/item-record.ts';
import type { Card } from '../../domain/message/card.ts';
import { weekOf } from '../../domain/period/week.ts';
import { reviewersOf } from '../../domain/review/reviewers.ts';
import { texts } from '../../kernel/text/texts.ts';
import type { CommandContext } from '../context.ts';
import { findHolders } from '../find-holders.ts';
import { sendPrivately } from '../send-privately.ts';
import { reviewCard } from './review-card.ts';

/**
 * Puts an item before those who may pass its next review, each in private, and returns their names. Of the roles that
 * may, the first is asked that anybody here holds, so that a lead is not troubled where there is an editor. Nobody
 * there: it waits in the queue, and those who can change that are told.
 */
export async function askReviewers(ctx: CommandContext, item: ItemRecord): Promise<readonly string[]> {
  const reviewers = await findReviewers(ctx, item);
  if (reviewers.length === 0) {
    await tellOfGap(ctx, item);
    return [];
  }
  await sendPrivately(ctx, reviewers, {
    key: `review:${item.id}:${item.revision}`,
    message: { kind: 'card', card: await reviewCard(ctx, item) },
  });
  const names = await ctx.repos.people.names(reviewers);
  return reviewers.map((id) => names.get(id) ?? id);
}

/**
 * As `askReviewers` for items of one author that wait for the same review: one message lists them all. Returns the names
 * of those who were asked.
 */
export async function askReviewersOfAll(
  ctx: CommandContext,
  items: readonly ItemRecord[],
): Promise<readonly string[]> {
  const [first, second] = items;
  if (first === undefined) return [];
  if (second === undefined) return askReviewers(ctx, first);
  const reviewers = await findReviewers(ctx, first);
  if (reviewers.length === 0) {
    await tellOfGap(ctx, first);
    return [];
  }
  await sendPrivately(ctx, reviewers, {
    key: `review-all:${first.id}:${first.revision}`,
    message: { kind: 'card', card: reviewListCard(ctx, items) },
  });
  const names = await ctx.repos.people.names(reviewers);
  return reviewers.map((id) => names.get(id) ?? id);
}

function reviewListCard(ctx: CommandContext, items: readonly ItemRecord[]): Card {
  const { review } = texts(ctx.locale);
  return {
    tone: 'info',
    title: review.askAllTitle(items.length),
    blocks: [
      { kind: 'list', items: items.map(({ serial, number, title }) => `#${serial} ${number}《${title}》`) },
      { kind: 'note', text: review.askAllHow },
    ],
  };
}

async function findReviewers(ctx: CommandContext, item: ItemRecord): Promise<readonly string[]> {
  const { reviewLevels, ownReview } = ctx.group.settings;
  for (const role of reviewersOf(item.approvals, reviewLevels)) {
    const holders = await findHolders(ctx, role);
    const able = holders.filter((personId) => ownReview || personId !== item.authorId);
    if (able.length > 0) return able;
  }
  return [];
}

/** Leads and admins, once a week for each kind of reviewer that is missing: the first item says it for all. */
async function tellOfGap(ctx: CommandContext, item: ItemRecord): Promise<void> {
  const { noReviewer, roles: names, list } = texts(ctx.locale);
  const roles = reviewersOf(item.approvals, ctx.group.settings.reviewLevels);
  const [first] = roles;
  if (first === undefined) return;
  const told = [...(await findHolders(ctx, 'lead')), ...(await findHolders(ctx, 'admin'))];
  const text = noReviewer({
    item: `${item.number}《${item.title}》`,
    roles: list(roles.map((role) => names[role])),
    first: names[first],
  });
  await sendPrivately(ctx, [...new Set(told)], {
    key: `no-reviewer:${ctx.group.id}:${first}:${weekOf(ctx.today)}`,
    message: { kind: 'notice', text },
  });
}

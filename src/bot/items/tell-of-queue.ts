import { refuseReview } from '../../domain/review/reviewers.ts';
import { texts } from '../../kernel/text/texts.ts';
import type { CommandContext } from '../context.ts';
import { findActor } from '../identify.ts';

/** Somebody who has just been given a role is told in private when items wait for their review. */
export async function tellOfQueue(ctx: CommandContext, personId: string): Promise<void> {
  const { reviewLevels: levels, ownReview: ownAllowed } = ctx.group.settings;
  const today = ctx.today.toString();
  const reviewer = await findActor(ctx.repos, { groupId: ctx.group.id, personId, today });
  const waiting = (await ctx.repos.items.inReview(ctx.group.id)).filter(
    (item) => refuseReview({ reviewer, item, levels, ownAllowed }) === undefined,
  );
  if (waiting.length === 0) return;
  await ctx.send({
    key: `queue:${ctx.source.messageId}:${personId}`,
    target: { kind: 'person', personId },
    message: { kind: 'notice', text: texts(ctx.locale).review.queue(waiting.length) },
  });
}

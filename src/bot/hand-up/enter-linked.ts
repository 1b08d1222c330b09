import type { GroupLink } from '../../domain/hand-up/group-link.ts';
import type { CommandContext } from '../context.ts';

/** The other group of a link, held for the rest of the transaction; or why nothing passes there. */
export type Linked =
  | { readonly kind: 'open'; readonly there: CommandContext }
  | { readonly kind: 'ended' }
  /** The bot is not there any more. */
  | { readonly kind: 'archived' };

export async function enterLinked(ctx: CommandContext, link: GroupLink): Promise<Linked> {
  const there = await ctx.inGroup(link.parentId === ctx.group.id ? link.childId : link.parentId);
  // The other group may have ended it while this one waited to hold that.
  if ((await ctx.repos.groupLinks.above(link.childId))?.id !== link.id) return { kind: 'ended' };
  return there === undefined ? { kind: 'archived' } : { kind: 'open', there };
}

import type { ItemRecord } from '../../domain/item/item-record.ts';
import { nextState } from '../../domain/item/item-state.ts';
import { toStamp } from '../../kernel/clock.ts';
import { UserError } from '../../kernel/errors.ts';
import { texts } from '../../kernel/text/texts.ts';
import type { CommandContext } from '../context.ts';
import { followFrozen } from '../report/late-items.ts';

/**
 * Makes `item` one with `into`: its department becomes a co-owner there and has answered the week of its own copy; the
 * copy itself counts no longer, and what outlets printed of it counts for `into`. Throws UserError when either is closed
 * already. Returns what to say.
 */
export async function mergeItem(ctx: CommandContext, item: ItemRecord, into: ItemRecord): Promise<string> {
  const { states, merge } = texts(ctx.locale);
  const target = nextState(into, 'merge', ctx.group.settings.reviewLevels);
  if (!target.ok) throw new UserError('item.state', { ref: into.number, state: states[into.state] });
  const next = nextState(item, 'merge', ctx.group.settings.reviewLevels);
  if (!next.ok || item.id === into.id) {
    throw new UserError('item.state', { ref: item.number, state: states[item.state] });
  }
  const note = `→ ${into.number}`;
  const by = { actorId: ctx.actor.id, at: toStamp(ctx.now), action: 'merge', note } as const;
  const { jointItems } = ctx.repos;
  const inherited = (await jointItems.ofGroup(ctx.group.id)).filter(({ itemId }) => itemId === item.id);
  await followFrozen(ctx, await ctx.repos.items.change(item, { state: next.state }, by));
  await ctx.repos.adoptions.move(item.id, into.id);
  const owners = [{ departmentId: item.departmentId, week: item.week, late: item.late }, ...inherited];
  const others = owners.filter(({ departmentId }) => departmentId !== into.departmentId);
  for (const { departmentId, week, late } of others) {
    await jointItems.share({ itemId: into.id, departmentId, week, late });
  }
  return (others.length > 0 ? merge.done : merge.doneWithin)(item.number, into.number);
}

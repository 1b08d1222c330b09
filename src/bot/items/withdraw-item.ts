import type { ItemRecord } from '../../domain/item/item-record.ts';
import { nextState } from '../../domain/item/item-state.ts';
import { toStamp } from '../../kernel/clock.ts';
import { UserError } from '../../kernel/errors.ts';
import { texts } from '../../kernel/text/texts.ts';
import type { CommandContext } from '../context.ts';
import { followFrozen } from '../report/late-items.ts';

/** Takes an item back, which goes into its history and into the log. Throws UserError for one that is closed. */
export async function withdrawItem(
  ctx: CommandContext,
  item: ItemRecord,
  reason: string,
): Promise<ItemRecord> {
  const next = nextState(item, 'withdraw', ctx.group.settings.reviewLevels);
  if (!next.ok) {
    const { states } = texts(ctx.locale);
    throw new UserError('item.state', { ref: item.number, state: states[item.state] });
  }
  const by = {
    actorId: ctx.actor.id,
    at: toStamp(ctx.now),
    action: 'withdraw',
    note: reason.trim(),
  } as const;
  const withdrawn = await ctx.repos.items.change(item, { state: next.state }, by);
  await ctx.audit('item.withdraw', { item: item.number, reason: reason.trim() });
  await followFrozen(ctx, withdrawn);
  return withdrawn;
}

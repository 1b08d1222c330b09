import { isHeldBack } from '../../domain/item/is-printable.ts';
import type { ItemRecord } from '../../domain/item/item-record.ts';
import { UserError } from '../../kernel/errors.ts';
import { texts } from '../../kernel/text/texts.ts';
import { isAllowed } from '../authorize.ts';
import type { CommandContext } from '../context.ts';
import { findItem, isOwnItem } from '../items/find-item.ts';
import { ownersOf } from '../items/owners-of.ts';

/**
 * An item of this group that this person may pitch or register as printed: one of their department, co-owners included;
 * a lead any. Throws `item.unknown`, `item.not-yours`.
 */
export async function findOfferedItem(ctx: CommandContext, written: string): Promise<ItemRecord> {
  const item = await findItem(ctx, written);
  if (isOwnItem(ctx, item) || isAllowed(ctx.actor, ['lead'])) return item;
  const owners = ownersOf(item, await ctx.repos.jointItems.ofGroup(ctx.group.id));
  if (ctx.actor.departments.some(({ id }) => owners.includes(id))) return item;
  throw new UserError('item.not-yours', { ref: item.number });
}

/** Throws `item.state` before the last review, and `item.not-cleared` for what somebody holds back. */
export function refuseUnpublishable(ctx: CommandContext, item: ItemRecord): void {
  const { states } = texts(ctx.locale);
  if (item.state !== 'approved') {
    throw new UserError('item.state', { ref: item.number, state: states[item.state] });
  }
  if (isHeldBack(item)) refuseSecrecy(ctx, item);
}

export function refuseSecrecy(ctx: CommandContext, item: ItemRecord): never {
  const { secrecy } = texts(ctx.locale);
  throw new UserError('item.not-cleared', { ref: item.number, verdict: secrecy[item.secrecy] });
}

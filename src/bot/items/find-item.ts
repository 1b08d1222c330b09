import { parseItemRef } from '../../domain/item/item-number.ts';
import type { ItemRecord } from '../../domain/item/item-record.ts';
import { UserError } from '../../kernel/errors.ts';
import { isAllowed } from '../authorize.ts';
import type { CommandContext } from '../context.ts';
import { ownersOf } from './owners-of.ts';

/** The item of this group that a person means by `#137` or `202611-规划科-03`. Throws `item.unknown`. */
export async function findItem(ctx: CommandContext, written: string): Promise<ItemRecord> {
  const ref = parseItemRef(written);
  const item = ref && (await ctx.repos.items.find(ctx.group.id, ref));
  if (item === undefined) throw new UserError('item.unknown', { ref: written });
  return item;
}

/** As `findItem`, for those who may read it: its departments, its author, reviewers. Throws `item.not-yours`. */
export async function findReadableItem(ctx: CommandContext, written: string): Promise<ItemRecord> {
  const item = await findItem(ctx, written);
  if (isOwnItem(ctx, item) || isAllowed(ctx.actor, ['editor', 'lead', 'chief'])) return item;
  if (await sharesItem(ctx, item)) return item;
  throw new UserError('item.not-yours', { ref: item.number });
}

/** Whether this person reports for a department that the item is of, also one that only shares it. */
async function sharesItem(ctx: CommandContext, item: ItemRecord): Promise<boolean> {
  const owners = ownersOf(item, await ctx.repos.jointItems.ofGroup(ctx.group.id));
  return ctx.actor.departments.some(({ id }) => owners.includes(id));
}

/** Whether this person wrote the item, or reports for its department today. */
export function isOwnItem(ctx: Pick<CommandContext, 'actor'>, item: ItemRecord): boolean {
  return item.authorId === ctx.actor.id || ctx.actor.departments.some(({ id }) => id === item.departmentId);
}

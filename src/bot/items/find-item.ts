import { parseItemRef } from '../../domain/item/item-number.ts';
import type { ItemRecord } from '../../domain/item/item-record.ts';
import { UserError } from '../../kernel/errors.ts';
import type { CommandContext } from '../context.ts';

/** The item of this group that a person means by `#137` or `202611-规划科-03`. Throws `item.unknown`. */
export async function findItem(ctx: CommandContext, written: string): Promise<ItemRecord> {
  const ref = parseItemRef(written);
  const item = ref && (await ctx.repos.items.find(ctx.group.id, ref));
  if (item === undefined) throw new UserError('item.unknown', { ref: written });
  return item;
}

import type { Adoption } from '../../domain/adoption/adoption.ts';
import { isPrintable } from '../../domain/item/is-printable.ts';
import type { ItemRecord } from '../../domain/item/item-record.ts';
import type { WorkContext } from '../context.ts';

export interface AdoptedItem {
  readonly adoption: Adoption;
  readonly item: ItemRecord;
}

/**
 * What was published from one day to another (`YYYY-MM-DD`, both included), of items that may stand in a report: the
 * list in the chat, the report and the circular all count from here.
 */
export async function readAdoptions(
  ctx: Pick<WorkContext, 'repos' | 'group'>,
  from: string,
  to: string,
): Promise<readonly AdoptedItem[]> {
  const adoptions = await ctx.repos.adoptions.between(ctx.group.id, from, to);
  const found = await ctx.repos.items.byIds(adoptions.map(({ itemId }) => itemId));
  const items = new Map(found.map((item) => [item.id, item]));
  return adoptions.flatMap((adoption) => {
    const item = items.get(adoption.itemId);
    return item !== undefined && isPrintable(item) ? [{ adoption, item }] : [];
  });
}

import type { ItemRecord } from '../../domain/item/item-record.ts';
import type { WorkContext } from '../context.ts';
import { unitOf } from './unit-of.ts';

/** What an item of this group has become in the group above: whose it is, and its number there. */
export interface SentUp {
  readonly unit: string;
  readonly number: string;
}

/** Where an item was handed up to, also over a link that has ended since. */
export async function findSentUp({ repos }: WorkContext, item: ItemRecord): Promise<readonly SentUp[]> {
  const sent: SentUp[] = [];
  for (const { groupId, itemId } of await repos.itemOrigins.above(item.id)) {
    const [group, above] = [await repos.groups.find(groupId), await repos.items.byId(itemId)];
    if (group !== undefined && above !== undefined) sent.push({ unit: unitOf(group), number: above.number });
  }
  return sent;
}

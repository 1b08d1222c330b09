import type { ItemRecord } from '../../domain/item/item-record.ts';
import type { CoOwner } from '../../store/repos/joint-items.ts';

/** Ids of the departments that an item is of: its own first, then those that share it (`shared`: of the whole group). */
export function ownersOf(item: ItemRecord, shared: readonly CoOwner[]): readonly string[] {
  const coOwners = shared.filter(({ itemId }) => itemId === item.id).map(({ departmentId }) => departmentId);
  return [item.departmentId, ...coOwners];
}

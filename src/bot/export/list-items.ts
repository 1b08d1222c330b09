import { departmentName } from '../../domain/department/department.ts';
import type { ItemRecord } from '../../domain/item/item-record.ts';
import type { ListedItem } from '../../domain/table/item-table.ts';
import { dateOf, fromStamp } from '../../kernel/clock.ts';
import type { WorkContext } from '../context.ts';
import { ownersOf } from '../items/owners-of.ts';

/** Items with what is stored beside them; departments under the names of the day on which each item was sent. */
export async function listItems(
  ctx: WorkContext,
  items: readonly ItemRecord[],
): Promise<readonly ListedItem[]> {
  const group = ctx.group.id;
  const shared = await ctx.repos.jointItems.ofGroup(group);
  const departments = new Map((await ctx.repos.departments.list(group)).map((each) => [each.id, each]));
  const authors = await ctx.repos.people.names([...new Set(items.map(({ authorId }) => authorId))]);
  const pitches = groupByItem(await ctx.repos.pitches.ofGroup(group));
  const adoptions = groupByItem(await ctx.repos.adoptions.ofGroup(group));
  const files = await ctx.repos.attachments.countKept(group);
  return items.map((item) => {
    const sentOn = dateOf(fromStamp(item.submittedAt));
    const owners = ownersOf(item, shared).flatMap((id) => departments.get(id) ?? []);
    return {
      item,
      departments: owners.map((owner) => departmentName(owner, sentOn)).join('、'),
      author: authors.get(item.authorId) ?? '',
      pitched: (pitches.get(item.id) ?? []).map(({ outlet }) => outlet).join('、'),
      adopted: (adoptions.get(item.id) ?? [])
        .map(({ outlet, date, place }) => `${outlet}（${[date, place].filter(Boolean).join('，')}）`)
        .join('、'),
      files: files.get(item.id) ?? 0,
    };
  });
}

function groupByItem<T extends { readonly itemId: string }>(
  all: readonly T[],
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const group = groups.get(one.itemId);
    if (group === undefined) groups.set(one.itemId, [one]);
    else group.push(one);
  }
  return groups;
}

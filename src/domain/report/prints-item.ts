import type { MonthFacts } from './facts.ts';

/** Whether a report made from these facts has an item's title in it: in the text, or in the list of what was printed. */
export function printsItem({ items, adoptions = [] }: MonthFacts, itemId: string): boolean {
  return (
    items.some(({ id, leftOut }) => id === itemId && leftOut !== true) ||
    adoptions.some((adoption) => adoption.itemId === itemId)
  );
}

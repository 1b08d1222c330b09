import type { PlainDate } from '../../kernel/clock.ts';

/** A name and the first day on which it is valid, `YYYY-MM-DD`. */
export interface DatedName {
  readonly name: string;
  readonly from: string;
}

/**
 * The name a department bore on a date: the latest that had begun, in whatever order they are given. Before the first
 * one, that first name. Throws RangeError when there is none at all.
 */
export function nameOn(names: readonly DatedName[], date: PlainDate): string {
  const day = date.toString();
  const inOrder = names.toSorted((left, right) => (left.from < right.from ? -1 : 1));
  const valid = inOrder.findLast(({ from }) => from <= day) ?? inOrder[0];
  if (!valid) throw new RangeError('a department has at least one name');
  return valid.name;
}

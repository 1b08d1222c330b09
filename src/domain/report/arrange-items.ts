export const DIRECTIONS = ['up', 'down', 'top'] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** As little of an item as its place in a block depends on. */
export interface Placed {
  readonly id: string;
  /** Counted from 1; undefined: nobody has given it one. */
  readonly place?: number;
  readonly leftOut?: true;
}

/** Items in the order of their places; those without one come after them, all others as they stand. */
export function orderByPlace<T extends Pick<Placed, 'place'>>(items: readonly T[]): readonly T[] {
  const placeOf = ({ place }: T) => place ?? Number.MAX_SAFE_INTEGER;
  return [...items].sort((left, right) => placeOf(left) - placeOf(right));
}

/**
 * The ids of a block's items in their order once one of them has moved past its neighbour or to the top. What is left
 * out of the text is no neighbour: a press must be seen. Undefined when there is nowhere to move to.
 */
export function moveItem(
  items: readonly Placed[],
  id: string,
  direction: Direction,
): readonly string[] | undefined {
  const printed = items.filter(({ leftOut }) => !leftOut).map((item) => item.id);
  const at = printed.indexOf(id);
  const neighbour =
    direction === 'top' ? printed[0] : at < 0 ? undefined : printed[direction === 'up' ? at - 1 : at + 1];
  if (at < 0 || neighbour === undefined || neighbour === id) return undefined;
  const others = items.map((item) => item.id).filter((other) => other !== id);
  const target = others.indexOf(neighbour) + (direction === 'down' ? 1 : 0);
  return [...others.slice(0, target), id, ...others.slice(target)];
}

/**
 * Which of the ids that both lists have stand in another order in the later one: as few as can be, so that one item
 * moved to the top is one and not all that it passed.
 */
export function findMoved(before: readonly string[], after: readonly string[]): readonly string[] {
  const old = new Map(before.map((id, index) => [id, index]));
  const common = after.filter((id) => old.has(id));
  const kept = longestRise(common.map((id) => old.get(id) ?? 0));
  return common.filter((_, index) => !kept.has(index));
}

/** Indexes of a longest rising part of some different numbers: by patience sorting, which long months need. */
function longestRise(numbers: readonly number[]): ReadonlySet<number> {
  /** For each length the index of the smallest number that such a part can end in. */
  const ends: number[] = [];
  const previous: (number | undefined)[] = [];
  for (const [index, number] of numbers.entries()) {
    const length = countBelow(ends, number, numbers);
    previous.push(ends[length - 1]);
    ends[length] = index;
  }
  const rise = new Set<number>();
  for (let at = ends.at(-1); at !== undefined; at = previous[at]) rise.add(at);
  return rise;
}

/** How many of the ends, which rise, are below a number. */
function countBelow(ends: readonly number[], number: number, numbers: readonly number[]): number {
  let [low, high] = [0, ends.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[ends[middle] ?? 0] ?? 0) < number) low = middle + 1;
    else high = middle;
  }
  return low;
}

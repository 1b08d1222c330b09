/** What has happened, oldest first. */
export interface Log<T> {
  add(entry: T): void;
  readonly entries: readonly T[];
  /** How many there have been, forgotten ones included. */
  readonly count: number;
}

/** `length`: how many entries are kept for certain, the newest. Default: all. */
export function createLog<T>(length: number = Number.POSITIVE_INFINITY): Log<T> {
  const entries: T[] = [];
  let count = 0;
  return {
    add(entry) {
      entries.push(entry);
      count += 1;
      // Half of them at once: to move all the others up at each entry would cost more than the memory.
      if (entries.length > 2 * length) entries.splice(0, entries.length - length);
    },
    entries,
    get count() {
      return count;
    },
  };
}

/**
 * The simplest way to store together: what came in during one turn of the event loop. Each caller is answered after the
 * commit that holds its row.
 */
export function collectByTurn<T>(
  store: (rows: readonly T[]) => Promise<void> | void,
): (row: T) => Promise<void> {
  let waiting: T[] = [];
  let next: Promise<void> | undefined;
  const flush = () => {
    const rows = waiting;
    [waiting, next] = [[], undefined];
    return store(rows);
  };
  return (row) => {
    waiting.push(row);
    next ??= new Promise((resolve) => setImmediate(resolve)).then(flush);
    return next;
  };
}

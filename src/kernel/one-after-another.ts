/** The same work, but one call at a time, whatever becomes of those before. */
export function oneAfterAnother<A extends readonly unknown[], T>(
  work: (...args: A) => Promise<T>,
): (...args: A) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (...args) => {
    const next = last.then(
      () => work(...args),
      () => work(...args),
    );
    last = next;
    return next;
  };
}

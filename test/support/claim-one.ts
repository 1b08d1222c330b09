/** Claims the oldest piece of work alone; undefined when there is none now. */
export async function claimOne<T>(queue: {
  claim(most: number): Promise<readonly T[]>;
}): Promise<T | undefined> {
  const [piece] = await queue.claim(1);
  return piece;
}

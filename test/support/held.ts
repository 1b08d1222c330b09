/** What was claimed; fails the test when there was nothing to claim. */
export function held<T>(claim: T | undefined): T {
  if (claim === undefined) throw new Error('there was nothing to claim');
  return claim;
}

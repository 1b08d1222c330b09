/** Texts up to this are shown whole; of longer ones what is different, with a little of what is around it. */
const SHOWN_WHOLE = 60;
const AROUND = 8;
const MOST = 160;

/**
 * The part of two texts in which they differ, so that a changed figure is seen in three seconds. `…` stands for what is
 * left out, and for the end of a part that is still too long.
 */
export function narrowChange(change: { from: string; to: string }): { from: string; to: string } {
  const [from, to] = [[...change.from], [...change.to]];
  if (from.length <= SHOWN_WHOLE && to.length <= SHOWN_WHOLE) return { from: change.from, to: change.to };
  const shortest = Math.min(from.length, to.length);
  const head = countWhile(shortest, (at) => from[at] === to[at]);
  const tail = countWhile(shortest - head, (at) => from.at(-1 - at) === to.at(-1 - at));
  const cut = { head: Math.max(0, head - AROUND), tail: Math.max(0, tail - AROUND) };
  return { from: cutOut(from, cut), to: cutOut(to, cut) };
}

function countWhile(most: number, holds: (at: number) => boolean): number {
  for (let at = 0; at < most; at += 1) if (!holds(at)) return at;
  return most;
}

function cutOut(signs: readonly string[], { head, tail }: { head: number; tail: number }): string {
  const part = signs.slice(head, signs.length - tail);
  const shown = part.slice(0, MOST).join('');
  const isCut = tail > 0 || part.length > MOST;
  return `${head > 0 ? '…' : ''}${shown}${isCut ? '…' : ''}`;
}

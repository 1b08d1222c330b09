import { foldName } from '../../kernel/text/fold-name.ts';
import type { GroupSettings } from '../group/settings.ts';

export type Section = GroupSettings['sections'][number];

export interface SectionGuess {
  readonly section: string;
  /** True when one section clearly leads; else somebody should be asked. */
  readonly confident: boolean;
  /** The best two that have any keyword, best first: what to offer when asking. */
  readonly likely: readonly string[];
}

/**
 * Guesses the section of an item from the sections' keywords. Each keyword found counts once, by its length: a long word
 * says more than a short one. Without any, the fallback.
 */
export function guessSection(text: string, sections: readonly Section[], fallback: string): SectionGuess {
  const folded = foldName(text);
  const ranked = sections
    .map(({ name, keywords }) => ({ name, weight: weigh(folded, keywords) }))
    .filter(({ weight }) => weight > 0)
    // A stable sort: of equals the one that stands first in the report leads.
    .sort((left, right) => right.weight - left.weight);
  const [best, second] = ranked;
  return {
    section: best?.name ?? fallback,
    confident: best !== undefined && best.weight > (second?.weight ?? 0),
    likely: ranked.slice(0, 2).map(({ name }) => name),
  };
}

/**
 * The section a sender means: its name exactly, or the only one whose name holds the words or is held by them. Width,
 * case and spaces do not count. Undefined when none or several fit.
 */
export function matchSection(name: string, sections: readonly Pick<Section, 'name'>[]): string | undefined {
  const wanted = foldName(name);
  if (wanted === '') return undefined;
  const exact = sections.find((section) => foldName(section.name) === wanted);
  if (exact) return exact.name;
  const near = sections.filter(
    (section) => foldName(section.name).includes(wanted) || wanted.includes(foldName(section.name)),
  );
  return near.length === 1 ? near[0]?.name : undefined;
}

function weigh(text: string, keywords: readonly string[]): number {
  const found = new Set(keywords.map(foldName).filter((keyword) => text.includes(keyword)));
  return [...found].reduce((sum, keyword) => sum + keyword.length, 0);
}

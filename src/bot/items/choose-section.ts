import { guessSection, matchSection } from '../../domain/item/guess-section.ts';
import { learnSections } from '../../domain/item/learn-sections.ts';
import type { CommandContext } from '../context.ts';

export interface ChosenSection {
  readonly name: string;
  readonly how: 'named' | 'guessed' | 'default';
  /** The best two guesses, for asking. */
  readonly likely: readonly string[];
  /** The section the sender wrote, when the group has none like it. */
  readonly unknown?: string;
}

/** So many of the group's latest items are learned from. */
const LEARNED_ITEMS = 500;

/**
 * The section that the sender names; else the keywords' choice; where they leave it open, what people have filed
 * before decides. Never silently: the receipt says so and offers the next best.
 */
export async function chooseSection(
  ctx: CommandContext,
  { text, written }: { text: string; written: string | undefined },
): Promise<ChosenSection> {
  const { sections, defaultSection } = ctx.group.settings;
  const named = written === undefined ? undefined : matchSection(written, sections);
  if (named !== undefined) return { name: named, how: 'named', likely: [] };
  const unknown = written === undefined ? {} : { unknown: written };
  const byKeywords = guessSection(text, sections, defaultSection);
  if (byKeywords.confident) {
    return { name: byKeywords.section, how: 'guessed', likely: byKeywords.likely, ...unknown };
  }
  const likely = await rankLearned(ctx, text);
  const [best] = likely;
  if (best !== undefined) return { name: best, how: 'guessed', likely: likely.slice(0, 2), ...unknown };
  const how = byKeywords.likely.length > 0 ? 'guessed' : 'default';
  return { name: byKeywords.section, how, likely: byKeywords.likely, ...unknown };
}

/** Sections the group still has, by what its items were filed under; what fell to the default teaches nothing. */
async function rankLearned(ctx: CommandContext, text: string): Promise<readonly string[]> {
  const { sections, defaultSection } = ctx.group.settings;
  const items = await ctx.repos.items.latest(ctx.group.id, LEARNED_ITEMS);
  const filed = items
    .filter((item) => item.section !== defaultSection)
    .map((item) => ({ text: `${item.title}\n${item.body}`, section: item.section }));
  const ranked = learnSections(filed)?.(text) ?? [];
  return ranked.filter((name) => sections.some((section) => section.name === name));
}

import { suggestPunctuation } from '../punctuation/suggest-punctuation.ts';
import { applyEdits } from '../punctuation/text-edit.ts';
import type { MonthFacts, ReportItem } from './facts.ts';

type Words = Pick<ReportItem, 'title' | 'body'>;

/** An item in whose words punctuation should be put right. */
export interface PunctuationSuggestion {
  readonly item: ReportItem;
  /** How many marks. */
  readonly count: number;
  /** Its words with all of them put right. */
  readonly corrected: Words;
}

/** The items that a month's report prints and whose punctuation is not as it should be, in their order. */
export function listPunctuation({ items }: Pick<MonthFacts, 'items'>): readonly PunctuationSuggestion[] {
  return items
    .filter(({ leftOut }) => leftOut !== true)
    .map((item) => ({ item, ...correct(item) }))
    .filter(({ count }) => count > 0);
}

function correct({ title, body }: Words): Pick<PunctuationSuggestion, 'count' | 'corrected'> {
  const [inTitle, inBody] = [suggestPunctuation(title), suggestPunctuation(body)];
  return {
    count: inTitle.length + inBody.length,
    corrected: { title: applyEdits(title, inTitle), body: applyEdits(body, inBody) },
  };
}

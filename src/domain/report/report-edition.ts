import type { MonthFacts } from './facts.ts';

/** A draft carries its to-fill list and says at each open place what belongs there; a final version does neither. */
export type ReportStage = 'draft' | 'final';

/** How a version is printed: as a draft, as the final version, or as a final one that corrects the one before. */
export type ReportEdition = ReportStage | { readonly amends: MonthFacts };

/** What a file can be made without: the marks of a draft where nobody works on it, pictures where they make it too large. */
export type Omission = 'marks' | 'pictures';

export function stageOf(edition: ReportEdition | undefined): ReportStage {
  return typeof edition === 'object' ? 'final' : (edition ?? 'draft');
}

import type { ReportStage } from './build-view.ts';
import type { MonthFacts } from './facts.ts';

/** How a version is printed: as a draft, as the final version, or as a final one that corrects the one before. */
export type ReportEdition = ReportStage | { readonly amends: MonthFacts };

export function stageOf(edition: ReportEdition | undefined): ReportStage {
  return typeof edition === 'object' ? 'final' : (edition ?? 'draft');
}

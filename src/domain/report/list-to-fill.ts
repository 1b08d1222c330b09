import { buildReportView } from './build-view.ts';
import type { Gap } from './create-gaps.ts';
import type { MonthFacts } from './facts.ts';

/** What the month's report leaves open, in the order of its pages: exactly the marks that the draft prints. */
export function listToFill(facts: MonthFacts): readonly Gap[] {
  return buildReportView(facts).annexes.toFill.rows.map(({ place, what, how }) => ({ place, what, how }));
}

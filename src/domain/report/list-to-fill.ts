import type { Gap } from './create-gaps.ts';
import type { MonthFacts } from './facts.ts';
import { buildMonthView, type MonthViewId } from './month-views.ts';

/** What a month's draft leaves open, in the order of its pages: exactly the marks that it prints. */
export function listToFill(facts: MonthFacts, view: MonthViewId): readonly Gap[] {
  return buildMonthView(view, facts).annexes.toFill.rows.map(({ place, what, how }) => ({
    place,
    what,
    how,
  }));
}

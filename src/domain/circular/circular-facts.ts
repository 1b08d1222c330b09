import type { GroupSettings } from '../group/settings.ts';
import type { MonthFacts, ReportAdoption, ReportDepartment, ReportItem } from '../report/facts.ts';
import { joinFacts } from '../report/join-facts.ts';

/** Of an item only what is counted and what it is traced by. */
export type CircularItem = Pick<ReportItem, 'number' | 'departmentIds' | 'late'>;
/** That an item was printed: it counts once in the span. */
export type CircularAdoption = Pick<ReportAdoption, 'itemId' | 'departmentIds' | 'level'>;

/** Everything a circular's figures are taken from: the months of a span, joined. */
export interface CircularFacts {
  readonly kind: 'circular';
  /** `2026-10`, `2026-Q3`, `2026`. */
  readonly span: string;
  readonly settings: Pick<GroupSettings, 'unitName' | 'placeholder'> & Partial<Pick<GroupSettings, 'points'>>;
  /** In the bureau's order, each under its latest name in the span; those closed before it are not in. */
  readonly departments: readonly ReportDepartment[];
  readonly items: readonly CircularItem[];
  /** Undefined while the group has never registered any. */
  readonly adoptions?: readonly CircularAdoption[];
  readonly heldBack: MonthFacts['heldBack'];
  /** Everything stored up to this instant is in (ISO-8601 UTC). */
  readonly cutOff: string;
  /** `YYYY-MM-DD`. */
  readonly signedOn: string;
  readonly version: number;
}

/**
 * Joins the facts of a span's months (oldest first) into those of its circular. `order`: ids of all departments in the
 * bureau's order.
 */
export function joinMonths(
  months: readonly MonthFacts[],
  {
    order,
    ...head
  }: Omit<CircularFacts, 'kind' | 'departments' | 'items' | 'adoptions' | 'heldBack'> & {
    readonly order: readonly string[];
  },
): CircularFacts {
  const { departments, items, adoptions, heldBack } = joinFacts(months, { order, ...head });
  return {
    kind: 'circular',
    ...head,
    departments,
    items: items.map(({ number, departmentIds, late }) => ({ number, departmentIds, late })),
    ...(adoptions && {
      adoptions: adoptions.map(({ itemId, departmentIds, level }) => ({
        itemId,
        departmentIds,
        ...(level !== undefined && { level }),
      })),
    }),
    heldBack,
  };
}

import type { GroupSettings } from '../group/settings.ts';
import type { MonthFacts, ReportAdoption, ReportDepartment, ReportItem } from '../report/facts.ts';

/** Of an item only what is counted and what it is traced by. */
export type CircularItem = Pick<ReportItem, 'number' | 'departmentIds' | 'late'>;
/** That an item was printed: it counts once in the span. */
export type CircularAdoption = Pick<ReportAdoption, 'itemId' | 'departmentIds'>;

/** Everything a circular's figures are taken from: the months of a span, joined. */
export interface CircularFacts {
  readonly kind: 'circular';
  /** `2026-10`, `2026-Q3`, `2026`. */
  readonly span: string;
  readonly settings: Pick<GroupSettings, 'unitName' | 'placeholder'>;
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
  const rows = months.flatMap(({ departments }) => departments);
  return {
    kind: 'circular',
    ...head,
    departments: order.flatMap((id) => joinRows(rows.filter((row) => row.id === id))),
    items: months.flatMap(({ items }) =>
      items.map(({ number, departmentIds, late }) => ({ number, departmentIds, late })),
    ),
    ...joinAdoptions(months),
    heldBack: {
      inReview: sum(months.map(({ heldBack }) => heldBack.inReview)),
      notPublic: sum(months.map(({ heldBack }) => heldBack.notPublic)),
    },
  };
}

function joinAdoptions(months: readonly MonthFacts[]): Pick<CircularFacts, 'adoptions'> {
  const known = months.flatMap(({ adoptions }) => (adoptions === undefined ? [] : [adoptions]));
  if (known.length === 0) return {};
  return { adoptions: known.flat().map(({ itemId, departmentIds }) => ({ itemId, departmentIds })) };
}

/** The rows of one department, month by month, as one; none for one that was not there. Voluntary is who never owed. */
function joinRows(rows: readonly ReportDepartment[]): ReportDepartment[] {
  const last = rows.at(-1);
  if (last === undefined) return [];
  const weeks = rows.flatMap((row) => row.weeks);
  const voluntary = rows.every((row) => row.voluntary) && { voluntary: true };
  return [{ id: last.id, name: last.name, weeks, ...voluntary }];
}

function sum(figures: readonly number[]): number {
  return figures.reduce((total, figure) => total + figure, 0);
}

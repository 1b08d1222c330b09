import type { MonthFacts, ReportDepartment, TableFacts } from './facts.ts';

/** The facts of several months (oldest first) as one. `order`: ids of all departments in the bureau's order. */
export function joinFacts(
  months: readonly MonthFacts[],
  {
    order,
    settings,
    cutOff,
  }: Pick<TableFacts, 'settings' | 'cutOff'> & { readonly order: readonly string[] },
): TableFacts {
  const rows = months.flatMap(({ departments }) => departments);
  const adoptions = months.flatMap((month) => month.adoptions ?? []);
  const lastYear = joinYearAgo(months);
  return {
    settings,
    cutOff,
    departments: order.flatMap((id) => joinRows(rows.filter((row) => row.id === id))),
    items: months.flatMap(({ items }) => items),
    ...(months.some((month) => month.adoptions !== undefined) && { adoptions }),
    nils: months.flatMap(({ nils }) => nils),
    excuses: months.flatMap(({ excuses = [] }) => excuses),
    heldBack: {
      inReview: sum(months.map(({ heldBack }) => heldBack.inReview)),
      notPublic: sum(months.map(({ heldBack }) => heldBack.notPublic)),
    },
    ...(lastYear !== undefined && { lastYear }),
  };
}

/** The rows of one department, month by month, as one; none for one that was not there. Voluntary is who never owed. */
function joinRows(rows: readonly ReportDepartment[]): ReportDepartment[] {
  const last = rows.at(-1);
  if (last === undefined) return [];
  const weeks = rows.flatMap((row) => row.weeks);
  const voluntary = rows.every((row) => row.voluntary) && { voluntary: true };
  return [{ id: last.id, name: last.name, weeks, ...voluntary }];
}

/** A sum of which a month is not known is not known. */
function joinYearAgo(months: readonly MonthFacts[]): TableFacts['lastYear'] {
  const known = months.flatMap(({ lastYear }) => lastYear ?? []);
  if (known.length < months.length || known.length === 0) return undefined;
  const submitted = known.flatMap((month) => month.submitted ?? []);
  const ids = Object.keys(known[0]?.byDepartment ?? {});
  const byDepartment = ids
    .filter((id) => known.every((month) => Object.hasOwn(month.byDepartment, id)))
    .map((id) => [id, sum(known.map((month) => month.byDepartment[id] ?? 0))]);
  return {
    ...(submitted.length === known.length && { submitted: sum(submitted) }),
    byDepartment: Object.fromEntries(byDepartment),
  };
}

function sum(figures: readonly number[]): number {
  return figures.reduce((total, figure) => total + figure, 0);
}

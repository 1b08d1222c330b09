import type { MonthFacts, ReportItem } from './facts.ts';

/** Department ids to names, in the order given; an id the month does not know is left to `unknown`. */
export function nameDepartments(facts: MonthFacts, ids: Iterable<string>, unknown: () => string): string[] {
  const names = new Map(facts.departments.map(({ id, name }) => [id, name]));
  return [...new Set(ids)].map((id) => names.get(id) ?? unknown());
}

/** The departments behind some items, in the bureau's order, those the month does not know last. */
export function departmentsOf(
  facts: MonthFacts,
  items: readonly Pick<ReportItem, 'departmentIds'>[],
): string[] {
  const ids = new Set(items.flatMap((item) => item.departmentIds));
  const known = facts.departments.map(({ id }) => id).filter((id) => ids.has(id));
  return [...new Set([...known, ...ids])];
}

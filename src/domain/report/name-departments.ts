import type { MonthFacts, ReportItem } from './facts.ts';

type Named = Pick<MonthFacts, 'departments'>;

/** Department ids to names, in the order given; an id the month does not know is left to `unknown`. */
export function nameDepartments(facts: Named, ids: Iterable<string>, unknown: () => string): string[] {
  const names = new Map(facts.departments.map(({ id, name }) => [id, name]));
  return [...new Set(ids)].map((id) => names.get(id) ?? unknown());
}

/** The departments behind some items, in the bureau's order, those the month does not know last. */
export function departmentsOf(facts: Named, items: readonly Pick<ReportItem, 'departmentIds'>[]): string[] {
  const ids = new Set(items.flatMap((item) => item.departmentIds));
  const known = facts.departments.map(({ id }) => id).filter((id) => ids.has(id));
  return [...new Set([...known, ...ids])];
}

import type { MonthFacts, ReportItem } from './facts.ts';

type Named = Pick<MonthFacts, 'departments'>;

/** Asked for each of a month's thousands of items, and once made: facts do not change. */
const namesOfFacts = new WeakMap<Named['departments'], ReadonlyMap<string, string>>();

function mapNames({ departments }: Named): ReadonlyMap<string, string> {
  const known = namesOfFacts.get(departments);
  if (known !== undefined) return known;
  const names = new Map(departments.map(({ id, name }) => [id, name]));
  namesOfFacts.set(departments, names);
  return names;
}

/** Department ids to names, in the order given; an id the month does not know is left to `unknown`. */
export function nameDepartments(facts: Named, ids: Iterable<string>, unknown: () => string): string[] {
  const names = mapNames(facts);
  return [...new Set(ids)].map((id) => names.get(id) ?? unknown());
}

/** The departments behind some items, in the bureau's order, those the month does not know last. */
export function departmentsOf(facts: Named, items: readonly Pick<ReportItem, 'departmentIds'>[]): string[] {
  const [first, ...others] = items;
  // One item of one department, as most are asked for one by one, has no order to find.
  if (first !== undefined && others.length === 0 && first.departmentIds.length === 1)
    return [...first.departmentIds];
  const ids = new Set(items.flatMap((item) => item.departmentIds));
  const known = facts.departments.map(({ id }) => id).filter((id) => ids.has(id));
  return [...new Set([...known, ...ids])];
}

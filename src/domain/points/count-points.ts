import { cleanText } from '../../kernel/text/clean-text.ts';
import type { CountedItem } from '../report/count-month.ts';
import type { ReportAdoption, ReportDepartment } from '../report/facts.ts';
import type { PointsRule } from './points-rule.ts';

/** What points are counted from: a month's facts, or those of several months joined. */
export interface PointsFacts {
  /** In the bureau's order. */
  readonly departments: readonly Pick<ReportDepartment, 'id' | 'name'>[];
  readonly items: readonly CountedItem[];
  /** Undefined while nobody registers any. */
  readonly adoptions?: readonly Pick<ReportAdoption, 'itemId' | 'departmentIds' | 'level'>[];
}

export interface DepartmentPoints {
  readonly id: string;
  readonly name: string;
  /** Items sent in. */
  readonly submitted: number;
  /** Items printed; undefined while nobody registers any. */
  readonly adopted: number | undefined;
  readonly points: number;
}

/**
 * Points of each department, in the order of the facts. An item printed several times counts once, for the outlet worth
 * most; one by an outlet without a level counts nothing. A joint item counts for each of its departments.
 */
export function countPoints(facts: PointsFacts, rule: PointsRule): readonly DepartmentPoints[] {
  return facts.departments.map(({ id, name }) => {
    const isOwn = ({ departmentIds }: Pick<CountedItem, 'departmentIds'>) => departmentIds.includes(id);
    const submitted = facts.items.filter(isOwn).length;
    const worths = facts.adoptions && bestWorths(facts.adoptions.filter(isOwn), rule);
    const printed = worths?.reduce((sum, worth) => sum + worth, 0) ?? 0;
    const points = submitted * rule.submitted + printed;
    return { id, name: cleanText(name), submitted, adopted: worths?.length, points };
  });
}

/** What is worth most first; among equals the order stays. */
export function rankByPoints(rows: readonly DepartmentPoints[]): readonly DepartmentPoints[] {
  return rows.toSorted((one, other) => other.points - one.points);
}

/** For each printed item the worth of its best outlet. */
function bestWorths(
  adoptions: readonly Pick<ReportAdoption, 'itemId' | 'level'>[],
  rule: PointsRule,
): number[] {
  const best = new Map<string, number>();
  for (const { itemId, level } of adoptions) {
    best.set(itemId, Math.max(best.get(itemId) ?? 0, level === undefined ? 0 : rule[level]));
  }
  return [...best.values()];
}

import { type Countable, countFacts } from '../report/count-month.ts';
import type { ReportAdoption } from '../report/facts.ts';
import type { PointsRule } from './points-rule.ts';

/** What points are counted from: a month's facts, or those of several months joined. */
export interface PointsFacts extends Countable {
  readonly adoptions?: readonly Adopted[];
}

type Adopted = Pick<ReportAdoption, 'itemId' | 'departmentIds' | 'level'>;

export interface DepartmentPoints {
  readonly id: string;
  readonly name: string;
  /** Items sent in that may be printed, as the reports count them. */
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
  return countFacts(facts).departments.map(({ id, name, submitted, adopted }) => {
    const own = facts.adoptions?.filter(({ departmentIds }) => departmentIds.includes(id)) ?? [];
    return { id, name, submitted, adopted, points: submitted * rule.submitted + sumBestWorths(own, rule) };
  });
}

/** What is worth most first; among equals the order stays. */
export function rankByPoints(rows: readonly DepartmentPoints[]): readonly DepartmentPoints[] {
  return rows.toSorted((one, other) => other.points - one.points);
}

/** Of each printed item the worth of its best outlet. */
function sumBestWorths(adoptions: readonly Adopted[], rule: PointsRule): number {
  const best = new Map<string, number>();
  for (const { itemId, level } of adoptions) {
    best.set(itemId, Math.max(best.get(itemId) ?? 0, level === undefined ? 0 : rule[level]));
  }
  return [...best.values()].reduce((sum, worth) => sum + worth, 0);
}

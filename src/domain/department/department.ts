import type { PlainDate } from '../../kernel/clock.ts';
import { nameOn } from './name-history.ts';
import type { DatedQuota } from './quota-history.ts';

export const REPORTER_KINDS = ['main', 'deputy'] as const;
export type ReporterKind = (typeof REPORTER_KINDS)[number];

/** A correspondent of a department, for the dates between `from` and `to` (both `YYYY-MM-DD`, `to` excluded). */
export interface Reporter {
  readonly personId: string;
  readonly kind: ReporterKind;
  readonly from: string;
  readonly to?: string;
}

/** A time in which a department was closed: `from` its first day, `to` the first on which it was there again. */
export interface Closure {
  readonly from: string;
  readonly to: string;
}

/** One department: an id for life, a history of names, and the people who report for it. Dates are `YYYY-MM-DD`. */
export interface Department {
  readonly id: string;
  readonly groupId: string;
  readonly openedOn: string;
  /** First day on which it owes nothing any more. */
  readonly closedOn?: string;
  /** Times that are over; while it is closed, `closedOn` says so. */
  readonly closures: readonly Closure[];
  /** The department that took its place when it was closed by a merger. */
  readonly mergedInto?: string;
  readonly names: readonly { readonly name: string; readonly from: string }[];
  readonly quotas: readonly DatedQuota[];
  readonly reporters: readonly Reporter[];
}

/** The name valid on a date. */
export function departmentName(department: Pick<Department, 'names'>, date: PlainDate): string {
  return nameOn(department.names, date);
}

/** Who reports on a date: main first, then deputies. */
export function reportersOn(department: Pick<Department, 'reporters'>, date: string): readonly Reporter[] {
  const active = department.reporters.filter((r) => r.from <= date && (r.to === undefined || date < r.to));
  return [...active.filter((r) => r.kind === 'main'), ...active.filter((r) => r.kind === 'deputy')];
}

export function isOpen(department: Department, date: string): boolean {
  const { openedOn, closedOn, closures } = department;
  if (date < openedOn || (closedOn !== undefined && date >= closedOn)) return false;
  return !closures.some(({ from, to }) => from <= date && date < to);
}

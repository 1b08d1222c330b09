/** What a department had sent and had printed in a month before the bot kept count. */
export interface KnownMonth {
  /** Empty: the whole unit. */
  readonly departmentId: string;
  /** `YYYY-MM`. */
  readonly month: string;
  readonly submitted: number;
  /** Undefined when nobody knows. */
  readonly adopted?: number;
}

/** A month of the year before, as far as it is known. */
export interface YearAgo {
  readonly submitted?: number;
  readonly adopted?: number;
  /** Items by department id. */
  readonly byDepartment: Readonly<Record<string, number>>;
}

/**
 * Puts the known figures of one month together. The unit's own row decides its total; without one the total is the sum,
 * and only where every one of these `departments` (ids) is known: a sum of some is not the total.
 */
export function joinKnown(known: readonly KnownMonth[], departments: readonly string[]): YearAgo | undefined {
  if (known.length === 0) return undefined;
  const unit = known.find(({ departmentId }) => departmentId === '');
  const rows = known.filter(({ departmentId }) => departmentId !== '');
  const whole = departments.every((id) => rows.some(({ departmentId }) => departmentId === id));
  const submitted = unit?.submitted ?? (whole ? sum(rows.map((row) => row.submitted)) : undefined);
  const printed = rows.flatMap(({ adopted }) => (adopted === undefined ? [] : [adopted]));
  const summed = unit === undefined && whole && printed.length === rows.length ? sum(printed) : undefined;
  const adopted = unit?.adopted ?? summed;
  return {
    ...(submitted !== undefined && { submitted }),
    ...(adopted !== undefined && { adopted }),
    byDepartment: Object.fromEntries(rows.map((row) => [row.departmentId, row.submitted])),
  };
}

function sum(figures: readonly number[]): number {
  return figures.reduce((total, figure) => total + figure, 0);
}

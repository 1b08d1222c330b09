import type { PlainDate } from '../../kernel/clock.ts';

/** How many items a week a department owes from a day (`YYYY-MM-DD`) on. None: it sends in of its own free will. */
export interface DatedQuota {
  readonly items: number;
  readonly from: string;
}

/** What a department owes that nobody has set a quota for. */
const USUAL_QUOTA = 1;

/** The most that can be asked of a department in a week. */
export const HIGHEST_QUOTA = 20;

/** The quota of a department on a date: the latest that had begun, in whatever order they are given. */
export function quotaOn(quotas: readonly DatedQuota[], date: PlainDate): number {
  const day = date.toString();
  const begun = quotas.filter(({ from }) => from <= day);
  const latest = begun.toSorted((left, right) => (left.from < right.from ? -1 : 1)).at(-1);
  return latest?.items ?? USUAL_QUOTA;
}

import { monthOf } from '../../domain/period/month.ts';
import type { MonthFacts } from '../../domain/report/facts.ts';
import type { WorkContext } from '../context.ts';
import { gatherFacts } from './gather-facts.ts';

/** The facts of some months (`YYYY-MM`), as far as they have begun. */
export async function gatherMonths(
  ctx: WorkContext,
  months: readonly string[],
): Promise<readonly MonthFacts[]> {
  const facts: MonthFacts[] = [];
  for (const month of months) {
    if (month <= monthOf(ctx.today)) facts.push(await gatherFacts(ctx, month, 1));
  }
  return facts;
}

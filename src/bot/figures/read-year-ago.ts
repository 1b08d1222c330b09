import { joinKnown, type YearAgo } from '../../domain/figures/known-month.ts';
import { isPrintable } from '../../domain/item/is-printable.ts';
import { addMonths, firstDay, lastDay } from '../../domain/period/month.ts';
import { dateOf, fromStamp } from '../../kernel/clock.ts';
import type { CoOwner } from '../../store/repos/joint-items.ts';
import { readAdoptions } from '../adoption/read-adoptions.ts';
import type { WorkContext } from '../context.ts';
import { ownersOf } from '../items/owners-of.ts';
import { itemsOfReport } from '../report/items-of-report.ts';

/**
 * What is known of the same month a year before `month`: what somebody brought in, else what the group has sent in
 * itself if it was at work by then. `departments`: ids that the month's report lists; `shared`: co-owners of the group.
 */
export async function readYearAgo(
  ctx: WorkContext,
  month: string,
  { departments, shared }: { departments: readonly string[]; shared: readonly CoOwner[] },
): Promise<YearAgo | undefined> {
  const before = addMonths(month, -12);
  const known = joinKnown(await ctx.repos.knownMonths.between(ctx.group.id, before, before), departments);
  if (known !== undefined) return known;
  const { enabledAt } = ctx.group;
  const [first, last] = [firstDay(before).toString(), lastDay(before).toString()];
  if (enabledAt === undefined || dateOf(fromStamp(enabledAt)).toString() > first) return undefined;
  const items = (await itemsOfReport(ctx, before)).filter(isPrintable);
  const owners = items.flatMap((item) => ownersOf(item, shared));
  const byDepartment = departments.map((id) => [id, owners.filter((owner) => owner === id).length]);
  const since = await ctx.repos.adoptions.firstDay(ctx.group.id);
  const printed = await readAdoptions(ctx, first, last);
  return {
    submitted: items.length,
    ...(since !== undefined &&
      since <= last && { adopted: new Set(printed.map(({ item }) => item.id)).size }),
    byDepartment: Object.fromEntries(byDepartment),
  };
}

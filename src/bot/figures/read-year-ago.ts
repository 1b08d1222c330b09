import { joinKnown, type YearAgo } from '../../domain/figures/known-month.ts';
import { isPrintable } from '../../domain/item/is-printable.ts';
import { addMonths, firstDay, lastDay } from '../../domain/period/month.ts';
import { dateOf, fromStamp } from '../../kernel/clock.ts';
import type { CoOwner } from '../../store/repos/joint-items.ts';
import { readAdoptions } from '../adoption/read-adoptions.ts';
import type { WorkContext } from '../context.ts';
import { ownersOf } from '../items/owners-of.ts';
import { itemsOfReport } from '../report/items-of-report.ts';

interface Known {
  /** Ids that the month's report lists. */
  readonly departments: readonly string[];
  /** Co-owners of the group. */
  readonly shared: readonly CoOwner[];
}

/** What is known of the same month a year before `month`. */
export async function readYearAgo(
  ctx: WorkContext,
  month: string,
  known: Known,
): Promise<YearAgo | undefined> {
  return readPastMonth(ctx, addMonths(month, -12), known);
}

/** The months of the year before `month` whose items are known, the earliest first. */
export async function readEarlierMonths(
  ctx: WorkContext,
  month: string,
  known: Known,
): Promise<{ month: string; submitted: number }[]> {
  const earlier: { month: string; submitted: number }[] = [];
  for (let past = `${month.slice(0, 4)}-01`; past < month; past = addMonths(past, 1)) {
    const { submitted } = (await readPastMonth(ctx, past, known)) ?? {};
    if (submitted !== undefined) earlier.push({ month: past, submitted });
  }
  return earlier;
}

/** What somebody brought in of a month that is over, else what the group has sent in itself if it was at work by then. */
async function readPastMonth(
  ctx: WorkContext,
  month: string,
  { departments, shared }: Known,
): Promise<YearAgo | undefined> {
  const known = joinKnown(await ctx.repos.knownMonths.between(ctx.group.id, month, month), departments);
  if (known !== undefined) return known;
  const { enabledAt } = ctx.group;
  const [first, last] = [firstDay(month).toString(), lastDay(month).toString()];
  if (enabledAt === undefined || dateOf(fromStamp(enabledAt)).toString() > first) return undefined;
  const items = (await itemsOfReport(ctx, month)).filter(isPrintable);
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

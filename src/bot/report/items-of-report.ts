import { isPrintable } from '../../domain/item/is-printable.ts';
import type { ItemRecord } from '../../domain/item/item-record.ts';
import { addMonths } from '../../domain/period/month.ts';
import type { LateChoice } from '../../store/repos/frozen-items.ts';
import type { WorkContext } from '../context.ts';

/**
 * The items, in any state, that a month's report is made from. While it is open: those of the month, and those of final
 * months that came too late for them, unless a lead wants them in an amendment. Once it is final: those that it prints,
 * those that it counted as held back or in review, and those wanted in its amendment. So an item stands in one final
 * report alone, and the figures of a final month stay as its report has them until something is changed.
 */
export async function itemsOfReport(ctx: WorkContext, month: string): Promise<readonly ItemRecord[]> {
  const { items, frozenItems, reports } = ctx.repos;
  const own = await items.ofMonth(ctx.group.id, month);
  const finals = await reports.finalCutOffs(ctx.group.id);
  if (finals.size === 0) return own;
  const printed = await frozenItems.printedOf(ctx.group.id, month);
  const missed = await missedHere(ctx, month, finals);
  if (!finals.has(month)) return [...own.filter(({ id }) => !printed.has(id)), ...missed];
  const isMissed = new Set(missed.map(({ id }) => id));
  const stay = own.filter(({ id }) => printed.get(id) === month || isMissed.has(id));
  const others = (await frozenItems.ofMonth(ctx.group.id, month)).filter(
    (id) => !own.some((item) => item.id === id),
  );
  return [
    ...stay,
    // One whose date was moved to a later month goes to that month's report.
    ...(await items.byIds(others)).filter((item) => item.month < month),
    ...missed.filter((item) => item.month !== month),
  ];
}

/** Of the items that no final report prints, though their month is final, those that a month's report is to tell of. */
async function missedHere(
  ctx: WorkContext,
  month: string,
  finals: ReadonlyMap<string, string>,
): Promise<readonly ItemRecord[]> {
  const missed = await ctx.repos.frozenItems.missed(ctx.group.id);
  const choices = new Map(missed.map(({ itemId, choice }) => [itemId, choice]));
  const items = await ctx.repos.items.byIds([...choices.keys()]);
  return items.filter((item) => monthOfMissed(item, choices.get(item.id), finals) === month);
}

/**
 * What can't be printed is counted in one month alone: that of the first report which knew of it. What can goes into the
 * next open report.
 */
function monthOfMissed(
  item: ItemRecord,
  choice: LateChoice | undefined,
  finals: ReadonlyMap<string, string>,
): string {
  if (choice === 'amend') return item.month;
  if (isPrintable(item)) return nextOpenMonth(finals, item.month);
  let { month } = item;
  while ((finals.get(month) ?? item.submittedAt) < item.submittedAt) month = addMonths(month, 1);
  return month;
}

/** The month (`YYYY-MM`) whose report prints an item, or would if it were approved. */
export async function reportMonthOf(ctx: WorkContext, item: ItemRecord): Promise<string> {
  const { frozenItems, reports } = ctx.repos;
  const printedIn = await frozenItems.monthOf(item.id);
  if (printedIn !== undefined) return printedIn;
  const frozen = await reports.frozenMonths(ctx.group.id);
  if (!frozen.has(item.month)) return item.month;
  const missed = (await frozenItems.missed(ctx.group.id)).find(({ itemId }) => itemId === item.id);
  return missed?.choice === 'amend' ? item.month : nextOpenMonth(frozen, item.month);
}

/** The first month after a final one (`YYYY-MM`) whose report is open. */
export function nextOpenMonth(frozen: Pick<ReadonlySet<string>, 'has'>, month: string): string {
  let next = addMonths(month, 1);
  while (frozen.has(next)) next = addMonths(next, 1);
  return next;
}

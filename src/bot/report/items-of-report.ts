import type { ItemRecord } from '../../domain/item/item-record.ts';
import { addMonths } from '../../domain/period/month.ts';
import type { WorkContext } from '../context.ts';

/**
 * The items, in any state, that a month's report is made from. While it is open: those of the month, and those of final
 * months that came too late for them, unless a lead wants them in an amendment. Once it is final: those that it prints,
 * and those wanted in its amendment. So an item stands in one final report alone.
 */
export async function itemsOfReport(ctx: WorkContext, month: string): Promise<readonly ItemRecord[]> {
  const { items, frozenItems, reports } = ctx.repos;
  const own = await items.ofMonth(ctx.group.id, month);
  const frozen = await reports.frozenMonths(ctx.group.id);
  if (frozen.size === 0) return own;
  const printed = await frozenItems.printedOf(ctx.group.id, month);
  const missed = await frozenItems.missed(ctx.group.id);
  if (!frozen.has(month)) {
    const carried = missed.filter(
      (one) => one.choice !== 'amend' && nextOpenMonth(frozen, one.month) === month,
    );
    return [
      ...own.filter(({ id }) => !printed.has(id)),
      ...(await items.byIds(carried.map(({ itemId }) => itemId))),
    ];
  }
  const wanted = missed
    .filter((one) => one.choice === 'amend' && one.month === month)
    .map(({ itemId }) => itemId);
  const stay = own.filter(({ id }) => printed.get(id) === month || wanted.includes(id));
  const others = (await frozenItems.ofMonth(ctx.group.id, month)).filter(
    (id) => !own.some((item) => item.id === id),
  );
  // One whose date was moved to a later month goes to that month's report.
  return [...stay, ...(await items.byIds(others)).filter((item) => item.month < month)];
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
export function nextOpenMonth(frozen: ReadonlySet<string>, month: string): string {
  let next = addMonths(month, 1);
  while (frozen.has(next)) next = addMonths(next, 1);
  return next;
}

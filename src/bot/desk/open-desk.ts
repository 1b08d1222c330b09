import type { ItemRecord } from '../../domain/item/item-record.ts';
import { describeMonth } from '../../domain/period/month.ts';
import type { MonthFacts, ReportItem } from '../../domain/report/facts.ts';
import { groupItems, type ItemGroup } from '../../domain/report/group-items.ts';
import { UserError } from '../../kernel/errors.ts';
import { texts } from '../../kernel/text/texts.ts';
import type { CommandContext } from '../context.ts';
import { gatherFacts } from '../duty/gather-facts.ts';
import { findItem } from '../items/find-item.ts';
import { reportMonthOf } from '../report/items-of-report.ts';

/** A month's items as its report would print them now. */
export interface Desk {
  /** `YYYY-MM` */
  readonly month: string;
  readonly facts: MonthFacts;
  readonly groups: readonly ItemGroup[];
}

export interface OnDesk extends Desk {
  readonly item: ItemRecord;
  /** The same as the report has it. */
  readonly entry: ReportItem;
  /** The group it stands in. */
  readonly group: ItemGroup;
}

/** Throws UserError `desk.frozen` for a month whose report is final. */
export async function openDesk(ctx: CommandContext, month: string): Promise<Desk> {
  const frozen = await ctx.repos.reports.frozenMonths(ctx.group.id);
  if (frozen.has(month)) throw new UserError('desk.frozen', { month: describeMonth(month) });
  // A version's number is no matter here: nothing is printed.
  const facts = await gatherFacts(ctx, month, 1);
  return { month, facts, groups: groupItems(facts) };
}

/** An item by its number, on the desk of the month whose report prints it. Throws UserError where none does. */
export async function findOnDesk(ctx: CommandContext, written: string): Promise<OnDesk> {
  const item = await findItem(ctx, written);
  const desk = await openDesk(ctx, await reportMonthOf(ctx, item));
  const entry = desk.facts.items.find(({ id }) => id === item.id);
  const group = groupOf(desk, item.id);
  if (entry !== undefined && group !== undefined) return { ...desk, item, entry, group };
  const { states, secrecy } = texts(ctx.locale);
  const state = item.state === 'approved' ? secrecy[item.secrecy] : states[item.state];
  throw new UserError('desk.absent', { ref: written, state });
}

export function groupOf({ groups }: Pick<Desk, 'groups'>, itemId: string): ItemGroup | undefined {
  return groups.find(({ items }) => items.some(({ id }) => id === itemId));
}

/** Ids of what the text prints of a group, in its order. */
export function printedIds({ items }: Pick<ItemGroup, 'items'>): readonly string[] {
  return items.filter(({ leftOut }) => !leftOut).map(({ id }) => id);
}

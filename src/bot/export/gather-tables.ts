import { describeSpanDuty } from '../../domain/duty/describe-month-duty.ts';
import { dayOfItem } from '../../domain/item/day-of-item.ts';
import type { ItemRecord } from '../../domain/item/item-record.ts';
import { addMonths, monthOf } from '../../domain/period/month.ts';
import type { Period } from '../../domain/period/period.ts';
import { addWeeks, dutyDay, weekOf } from '../../domain/period/week.ts';
import type { TableFacts } from '../../domain/report/facts.ts';
import { joinFacts } from '../../domain/report/join-facts.ts';
import { toStamp } from '../../kernel/clock.ts';
import type { WorkContext } from '../context.ts';
import { countItems, gatherAdoptions, lastDayOver, toReportItem } from '../duty/gather-facts.ts';
import { gatherMonths } from '../duty/gather-months.ts';
import { readRecords } from '../duty/read-duty.ts';
import { itemsOfReport } from '../report/items-of-report.ts';

export interface Gathered {
  readonly facts: TableFacts;
  /** Every item behind them, in any state, oldest first. */
  readonly items: readonly ItemRecord[];
}

/**
 * Everything that the tables of a period are made from, as of now. Months have the figures of their reports; a week has
 * what was sent in for it; other days have what happened on them, and the weeks that were due on them.
 */
export async function gatherTables(ctx: WorkContext, period: Period): Promise<Gathered> {
  if (period.kind !== 'months') return await gatherDays(ctx, period);
  const months = await gatherMonths(ctx, period.months);
  const items: ItemRecord[] = [];
  for (const { month } of months) items.push(...(await itemsOfReport(ctx, month)));
  const [only, ...more] = months;
  if (only !== undefined && more.length === 0) return { facts: only, items };
  const departments = await ctx.repos.departments.list(ctx.group.id);
  const order = departments.map(({ id }) => id);
  const facts = joinFacts(months, { order, settings: ctx.group.settings, cutOff: toStamp(ctx.now) });
  return { facts, items };
}

async function gatherDays(ctx: WorkContext, period: Exclude<Period, { kind: 'months' }>): Promise<Gathered> {
  const { first, last } = period;
  const weeks = weeksDueIn(ctx, period);
  const records = await readRecords(ctx, weeks);
  const departments = await ctx.repos.departments.list(ctx.group.id);
  const shared = await ctx.repos.jointItems.ofGroup(ctx.group.id);
  const items =
    period.kind === 'week'
      ? await ctx.repos.items.ofWeeks(ctx.group.id, [period.week])
      : await itemsOfDays(ctx, period);
  const duty = { ...records, calendar: ctx.calendar, departments, until: lastDayOver(ctx) };
  const facts: TableFacts = {
    settings: ctx.group.settings,
    cutOff: toStamp(ctx.now),
    departments: describeSpanDuty({ ...duty, weeks, first, last }),
    ...countItems(items, (item) => toReportItem(item, { shared, month: item.month })),
    ...(await gatherAdoptions(ctx, period, shared)),
    nils: await ctx.repos.nils.ofWeeks(ctx.group.id, weeks),
    excuses: await ctx.repos.excuses.ofWeeks(ctx.group.id, weeks),
  };
  return { facts, items };
}

function weeksDueIn(ctx: WorkContext, { first, last }: Period): readonly string[] {
  const weeks: string[] = [];
  for (let week = weekOf(first); week <= weekOf(last); week = addWeeks(week, 1)) {
    const day = dutyDay(week, ctx.calendar)?.toString();
    if (day !== undefined && day >= first.toString() && day <= last.toString()) weeks.push(week);
  }
  return weeks;
}

async function itemsOfDays(ctx: WorkContext, { first, last }: Period): Promise<readonly ItemRecord[]> {
  const found: ItemRecord[] = [];
  for (let month = monthOf(first); month <= monthOf(last); month = addMonths(month, 1)) {
    found.push(...(await ctx.repos.items.ofMonth(ctx.group.id, month)));
  }
  const [from, to] = [first.toString(), last.toString()];
  return found.filter((item) => dayOfItem(item) >= from && dayOfItem(item) <= to);
}

import type { ItemRecord } from '../../domain/item/item-record.ts';
import { describeMonth } from '../../domain/period/month.ts';
import { texts } from '../../kernel/text/texts.ts';
import type { CommandContext } from '../context.ts';
import { tellLead } from '../reminder/plan-reminder.ts';
import { nextOpenMonth } from '../report/items-of-report.ts';
import { askAboutLate } from '../report/late-items.ts';

/** The version that is out: to be compiled again, or final, and then the month whose report the item goes into. */
export interface CompiledBefore {
  readonly version: number;
  readonly carriedTo?: string;
}

/**
 * An item that comes after its month was compiled is in no report until somebody compiles again: the lead hears of it,
 * once a day and version however many come; after the freezing, of each. Returns the version that is out, if there is one.
 */
export async function tellOfLatecomer(
  ctx: CommandContext,
  item: ItemRecord,
): Promise<CompiledBefore | undefined> {
  const { month } = item;
  const report = await ctx.repos.reports.latest(ctx.group.id, month);
  if (report === undefined) return undefined;
  if (report.frozen !== undefined) {
    const frozen = await ctx.repos.reports.frozenMonths(ctx.group.id);
    await askAboutLate(ctx, [item], frozen);
    return { version: report.version, carriedTo: nextOpenMonth(frozen, month) };
  }
  const { latecomer } = texts(ctx.locale);
  await tellLead(ctx, {
    key: `latecomer:${ctx.group.id}:${month}:${report.version}:${ctx.today.toString()}`,
    text: latecomer(describeMonth(month), report.version, `#${item.serial}《${item.title}》`),
  });
  return { version: report.version };
}

/** As `tellOfLatecomer`, for items that came together: a lead is asked once for each month. */
export async function tellOfLatecomers(ctx: CommandContext, items: readonly ItemRecord[]): Promise<void> {
  const frozen = await ctx.repos.reports.frozenMonths(ctx.group.id);
  for (const month of new Set(items.map((item) => item.month))) {
    const some = items.filter((item) => item.month === month);
    if (frozen.has(month)) await askAboutLate(ctx, some, frozen);
    else for (const item of some) await tellOfLatecomer(ctx, item);
  }
}

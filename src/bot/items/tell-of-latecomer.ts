import type { ItemRecord } from '../../domain/item/item-record.ts';
import { describeMonth } from '../../domain/period/month.ts';
import { texts } from '../../kernel/text/texts.ts';
import type { CommandContext } from '../context.ts';
import { tellLead } from '../reminder/plan-reminder.ts';
import { nextOpenMonth } from '../report/items-of-report.ts';
import { followFrozen } from '../report/late-items.ts';

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
  const report = await ctx.repos.reports.latest(ctx.group.id, item.month);
  if (report === undefined) return undefined;
  if (report.frozen !== undefined) {
    await followFrozen(ctx, item);
    const frozen = await ctx.repos.reports.frozenMonths(ctx.group.id);
    return { version: report.version, carriedTo: nextOpenMonth(frozen, item.month) };
  }
  const { latecomer } = texts(ctx.locale);
  await tellLead(ctx, {
    key: `latecomer:${ctx.group.id}:${item.month}:${report.version}:${ctx.today.toString()}`,
    text: latecomer(describeMonth(item.month), report.version, `#${item.serial}《${item.title}》`),
  });
  return { version: report.version };
}

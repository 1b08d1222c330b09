import type { ItemRecord } from '../../domain/item/item-record.ts';
import { describeMonth } from '../../domain/period/month.ts';
import { texts } from '../../kernel/text/texts.ts';
import type { CommandContext } from '../context.ts';
import { tellLead } from '../reminder/plan-reminder.ts';

/**
 * An item that comes after its month was compiled is in no report until somebody compiles again: the lead hears of it,
 * once a day and version however many come. Returns the version that is out, if there is one.
 */
export async function tellOfLatecomer(ctx: CommandContext, item: ItemRecord): Promise<number | undefined> {
  const report = await ctx.repos.reports.latest(ctx.group.id, item.month);
  if (report === undefined) return undefined;
  const { latecomer } = texts(ctx.locale);
  await tellLead(ctx, {
    key: `latecomer:${ctx.group.id}:${item.month}:${report.version}:${ctx.today.toString()}`,
    text: latecomer(describeMonth(item.month), report.version, `#${item.serial}《${item.title}》`),
  });
  return report.version;
}

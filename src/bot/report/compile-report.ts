import { compareFacts } from '../../domain/report/compare-facts.ts';
import type { CommandContext } from '../context.ts';
import { gatherFacts } from '../duty/gather-facts.ts';
import { isUnsent, storeVersion } from './store-version.ts';
import { summaryCard } from './summary-card.ts';

/**
 * Makes the next version of a month's report (`YYYY-MM`): answers with its summary, and the file follows. `busy`: the
 * file of the last version is still on its way, and nothing was made.
 */
export async function compileReport(ctx: CommandContext, month: string): Promise<'made' | 'busy'> {
  const previous = await ctx.repos.reports.latest(ctx.group.id, month);
  if (previous !== undefined && (await isUnsent(ctx, previous))) return 'busy';
  const facts = await gatherFacts(ctx, month, (previous?.version ?? 0) + 1);
  await ctx.reply(summaryCard(ctx, facts, previous && compareFacts(previous.facts, facts)));
  const { template } = ctx.group.settings;
  await storeVersion(ctx, { kind: 'report', month, template, version: facts.version, facts });
  return 'made';
}

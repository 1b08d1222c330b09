import type { Card } from '../../domain/message/card.ts';
import { compareFacts } from '../../domain/report/compare-facts.ts';
import type { MonthFacts } from '../../domain/report/facts.ts';
import type { CommandContext } from '../context.ts';
import type { MonthTemplate } from './find-template.ts';
import { offerPunctuation } from './punctuation-offer.ts';
import { summaryCard } from './summary-card.ts';

/** The card of a compiled version, with what is open about it at this moment. */
export async function versionCard(
  ctx: CommandContext,
  facts: MonthFacts,
  template: MonthTemplate,
): Promise<Card> {
  const { month, version } = facts;
  const previous = await ctx.repos.reports.version(ctx.group.id, month, version - 1);
  const changed = await ctx.repos.sourceChanges.open(ctx.group.id, month);
  return summaryCard(ctx, facts, {
    template,
    difference: previous && compareFacts(previous.facts, facts),
    changedSources: changed.length,
    offers: await offerPunctuation(ctx, facts),
  });
}

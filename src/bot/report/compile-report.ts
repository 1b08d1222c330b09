import { compareFacts } from '../../domain/report/compare-facts.ts';
import type { MonthFacts } from '../../domain/report/facts.ts';
import { toStamp } from '../../kernel/clock.ts';
import type { CommandContext } from '../context.ts';
import { gatherFacts } from '../duty/gather-facts.ts';
import { summaryCard } from './summary-card.ts';

/**
 * Makes the next version of a month's report (`YYYY-MM`): answers with its summary, and the file follows. `busy`: the
 * file of the last version is still on its way, and nothing was made.
 */
export async function compileReport(ctx: CommandContext, month: string): Promise<'made' | 'busy'> {
  const previous = await ctx.repos.reports.latest(ctx.group.id, month);
  if (previous !== undefined && (await isUnsent(ctx, previous.draftKey))) return 'busy';
  const facts = await gatherFacts(ctx, month, (previous?.version ?? 0) + 1);
  await ctx.reply(summaryCard(ctx, facts, previous && compareFacts(previous.facts, facts)));
  await storeVersion(ctx, facts);
  return 'made';
}

async function isUnsent(ctx: CommandContext, draftKey: string): Promise<boolean> {
  const draft = await ctx.repos.outbox.find(draftKey);
  return draft?.state === 'ready' || draft?.state === 'leased';
}

/** Records the version with all it is made from, and plans the file: it is rendered outside this transaction. */
async function storeVersion(ctx: CommandContext, facts: MonthFacts): Promise<void> {
  const id = ctx.ids.next();
  const draftKey = `report:${id}`;
  await ctx.repos.reports.insert({
    id,
    groupId: ctx.group.id,
    month: facts.month,
    template: ctx.group.settings.template,
    version: facts.version,
    madeBy: ctx.actor.id,
    madeAt: toStamp(ctx.now),
    facts,
    draftKey,
  });
  await ctx.send({
    key: draftKey,
    target: { kind: 'chat', chatId: ctx.source.chatId },
    message: { kind: 'report', reportId: id },
  });
  await ctx.audit('report.compile', { month: facts.month, version: facts.version });
}

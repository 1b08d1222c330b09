import type { OfferedChange } from '../../domain/item/source-change.ts';
import type { CommandContext } from '../context.ts';
import { gatherReport } from '../duty/gather-facts.ts';
import { changesCard } from '../sources/changes-card.ts';
import { offerChanges } from '../sources/offer-changes.ts';
import type { MonthTemplate } from './find-template.ts';
import { frozenNotice } from './freeze-version.ts';
import { isUnsent, storeVersion } from './store-version.ts';
import { versionCard } from './version-card.ts';

/**
 * Makes the next version of a month's report (`YYYY-MM`) with that template: answers with its summary, and the file
 * follows. `busy`: the file of the last version is still on its way, and nothing was made. `frozen`: it is final, and
 * the answer says so.
 */
export async function compileReport(
  ctx: CommandContext,
  month: string,
  template: MonthTemplate,
): Promise<'made' | 'busy' | 'frozen'> {
  const previous = await ctx.repos.reports.latest(ctx.group.id, month);
  if (previous?.frozen !== undefined) {
    const text = await frozenNotice(ctx, previous, { frozen: previous.frozen, kind: 'refused' });
    await ctx.reply({ kind: 'notice', text });
    return 'frozen';
  }
  if (previous !== undefined && (await isUnsent(ctx, previous))) return 'busy';
  const facts = await gatherReport(ctx, month, (previous?.version ?? 0) + 1);
  const open = await offerChanges(ctx, month);
  await ctx.reply(await versionCard(ctx, facts, template));
  await storeVersion(ctx, { kind: 'report', month, template: template.id, version: facts.version, facts });
  if (open.length > 0) await showChanges(ctx, open, month);
  return 'made';
}

/** In private: what somebody has not yet decided to print is not for the whole group. */
async function showChanges(
  ctx: CommandContext,
  open: readonly OfferedChange[],
  month: string,
): Promise<void> {
  await ctx.send({
    key: `source-changes:${ctx.source.messageId}`,
    target: { kind: 'person', personId: ctx.actor.id },
    message: { kind: 'card', card: await changesCard(ctx, open, { month }) },
  });
}

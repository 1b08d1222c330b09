import { type CircularFacts, joinMonths } from '../../domain/circular/circular-facts.ts';
import { monthsOf } from '../../domain/period/span.ts';
import { toStamp } from '../../kernel/clock.ts';
import type { CommandContext } from '../context.ts';
import { gatherMonths } from '../duty/gather-months.ts';
import { isUnsent, storeVersion } from './store-version.ts';

/** The template's folder. */
const TEMPLATE = 'circular';

/**
 * Makes the next version of a span's circular; its file follows. `busy`: the file of the last version is still on its
 * way, and nothing was made.
 */
export async function compileCircular(ctx: CommandContext, span: string): Promise<CircularFacts | 'busy'> {
  const previous = await ctx.repos.reports.latestCircular(ctx.group.id, span);
  if (previous !== undefined && (await isUnsent(ctx, previous))) return 'busy';
  const version = (previous?.version ?? 0) + 1;
  const departments = await ctx.repos.departments.list(ctx.group.id);
  const { unitName, placeholder, points } = ctx.group.settings;
  const facts = joinMonths(await gatherMonths(ctx, monthsOf(span)), {
    span,
    settings: { unitName, placeholder, points },
    order: departments.map(({ id }) => id),
    cutOff: toStamp(ctx.now),
    signedOn: ctx.today.toString(),
    version,
  });
  await storeVersion(ctx, { kind: 'circular', month: span, template: TEMPLATE, version, facts });
  return facts;
}

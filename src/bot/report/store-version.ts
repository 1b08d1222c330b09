import { toStamp } from '../../kernel/clock.ts';
import type { CircularVersion, ReportVersion, StoredVersion } from '../../store/repos/reports.ts';
import type { CommandContext } from '../context.ts';
import { planOnline } from './plan-online.ts';

type Made<V extends StoredVersion> = Pick<V, 'kind' | 'month' | 'template' | 'version' | 'facts'>;

/**
 * Records a version with all it is made from, and plans the file, which follows where the person spoke: it is rendered
 * outside this transaction.
 */
export async function storeVersion(
  ctx: CommandContext,
  made: Made<ReportVersion> | Made<CircularVersion>,
): Promise<void> {
  const id = ctx.ids.next();
  const draftKey = `report:${id}`;
  const text = ctx.templates.find((template) => template.id === made.template);
  await ctx.repos.reports.insert({
    ...made,
    id,
    ...(text && { templateHash: text.hash }),
    groupId: ctx.group.id,
    madeBy: ctx.actor.id,
    madeAt: toStamp(ctx.now),
    draftKey,
  });
  await ctx.send({
    key: draftKey,
    target: { kind: 'chat', chatId: ctx.source.chatId },
    message: { kind: 'report', reportId: id },
  });
  await planOnline(ctx, id, 'draft');
  await ctx.audit(`${made.kind}.compile`, { month: made.month, version: made.version });
}

/** Whether the file of a version is still on its way. */
export async function isUnsent(
  ctx: CommandContext,
  { draftKey }: Pick<StoredVersion, 'draftKey'>,
): Promise<boolean> {
  const draft = await ctx.repos.outbox.find(draftKey);
  return draft?.state === 'ready' || draft?.state === 'leased';
}

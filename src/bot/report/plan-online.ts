import type { ReportStage } from '../../domain/report/report-edition.ts';
import type { CommandContext } from '../context.ts';

/** Plans the online document of a version, where the group wants them; it follows the Word file. */
export async function planOnline(ctx: CommandContext, reportId: string, stage: ReportStage): Promise<void> {
  if (!ctx.group.settings.onlineDocument) return;
  await ctx.send({
    key: `online:${reportId}:${stage}`,
    target: { kind: 'chat', chatId: ctx.source.chatId },
    message: { kind: 'online-document', reportId, stage },
  });
}

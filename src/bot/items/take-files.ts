import { ATTACH_WITHIN_MINUTES } from '../../domain/item/attachment.ts';
import { toStamp } from '../../kernel/clock.ts';
import { texts } from '../../kernel/text/texts.ts';
import { isAllowed } from '../authorize.ts';
import type { CommandContext } from '../context.ts';
import type { SentDocument } from '../read-document.ts';
import { attachFiles, usableFiles } from './attach-files.ts';
import { submitDocument } from './submit-document.ts';
import { submitQuoted } from './submit-quoted.ts';

/**
 * Pictures and files sent in private without a command: they belong to what this person has just reported. A Word file
 * of one who may report is an item by itself, and so is a bundle of messages they forwarded. Says what was done, or how to do it.
 */
export async function takeFiles(ctx: CommandContext, document: SentDocument | undefined): Promise<void> {
  const mayReport = isAllowed(ctx.actor, ['correspondent', 'editor', 'lead']);
  if (document !== undefined && mayReport) return submitDocument(ctx, document);
  if (ctx.quoted !== undefined && mayReport) return submitQuoted(ctx, ctx.quoted, '');
  const { attachments } = texts(ctx.locale);
  const answer = (text: string) => ctx.reply({ kind: 'notice', text });
  if (usableFiles(ctx.files.list).length === 0) return answer(attachments.unusable);
  const since = ctx.source.sentAt.subtract({ minutes: ATTACH_WITHIN_MINUTES });
  const item = await ctx.repos.items.latestOpen(ctx.group.id, ctx.actor.id, toStamp(since));
  if (item === undefined) return answer(attachments.nothingOpen);
  const { added } = await attachFiles(ctx, item, ctx.files);
  if (added === 0) return answer(attachments.full(item.serial));
  const total = (await ctx.repos.attachments.ofItem(item.id)).length;
  await answer(attachments.added(item.serial, item.title, total));
}

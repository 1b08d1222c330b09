import { UserError } from '../../kernel/errors.ts';
import type { CommandContext } from '../context.ts';
import type { SentDocument } from '../read-document.ts';
import { receiptCard } from './receipt-card.ts';
import { submitItem } from './submit-item.ts';

/**
 * Stores a Word file as an item: its first line is the title, what follows the text, and the file itself goes with it.
 * Throws UserError for a file that can't be read, with what to do about it.
 */
export async function submitDocument(ctx: CommandContext, document: SentDocument): Promise<void> {
  if (!document.ok) throw new UserError(`document.${document.reason}`);
  if (document.text.trim() === '') throw new UserError('document.empty');
  const submitted = await submitItem(ctx, document.text.trim(), { files: ctx.files });
  await ctx.reply(receiptCard(ctx, submitted));
}

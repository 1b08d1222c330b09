import { splitItems } from '../../domain/item/split-items.ts';
import { UserError } from '../../kernel/errors.ts';
import type { CommandContext } from '../context.ts';
import { type SubmitOptions, type SubmittedItem, submitItem } from './submit-item.ts';

/** More than this is a table: it would hold up everybody else, and its receipt nobody would read. */
const MOST_ITEMS = 30;

/**
 * Stores all items that a text holds, each with a number of its own: all or, should one of them not do, none (UserError).
 * The first is known by the message it came with, the others by `om_…#2` and so on: a recall finds them all.
 */
export async function submitItems(
  ctx: CommandContext,
  written: string,
  { files: given, ...rest }: SubmitOptions = {},
): Promise<readonly SubmittedItem[]> {
  const texts = splitItems(written);
  if (texts.length > MOST_ITEMS) throw new UserError('item.too-many', { most: String(MOST_ITEMS) });
  const source = rest.sourceId ?? ctx.source.messageId;
  const submitted: SubmittedItem[] = [];
  for (const [index, text] of texts.entries()) {
    const sourceId = index === 0 ? source : `${source}#${index + 1}`;
    // Nothing tells which of several items a picture shows: it goes to the first, and the receipt says so.
    const files = index === 0 ? { files: given ?? ctx.files } : {};
    submitted.push(await submitItem(ctx, text, { ...rest, sourceId, ...files }));
  }
  return submitted;
}

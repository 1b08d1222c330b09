import { type AttachmentKind, MOST_ATTACHMENTS } from '../../domain/item/attachment.ts';
import type { ItemRecord } from '../../domain/item/item-record.ts';
import type { Attachment } from '../../domain/message/inbound.ts';
import type { CommandContext, MessageFiles } from '../context.ts';

export interface AttachedFiles {
  readonly added: number;
  /** Too many for one item. */
  readonly left: number;
}

/** Pictures, files and videos; the platform hands out nothing else, and nobody prints a voice message. */
export function usableFiles(list: readonly Attachment[]) {
  return list.filter((file): file is Attachment & { kind: AttachmentKind } =>
    ['image', 'file', 'video'].includes(file.kind),
  );
}

/** Notes the files of a message as an item's. They are fetched afterwards, outside the transaction. */
export async function attachFiles(
  ctx: CommandContext,
  item: ItemRecord,
  files: MessageFiles | undefined,
): Promise<AttachedFiles> {
  const usable = usableFiles(files?.list ?? []);
  if (files === undefined || usable.length === 0) return { added: 0, left: 0 };
  const present = (await ctx.repos.attachments.ofItem(item.id)).length;
  const fitting = usable.slice(0, Math.max(0, MOST_ATTACHMENTS - present));
  await ctx.repos.attachments.add(
    fitting.map(({ key, kind, name = '' }) => ({
      id: ctx.ids.next(),
      itemId: item.id,
      groupId: item.groupId,
      messageId: files.messageId,
      fileKey: key,
      kind,
      name,
    })),
  );
  return { added: fitting.length, left: usable.length - fitting.length };
}

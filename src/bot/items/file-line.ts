import type { AttachmentRecord } from '../../domain/item/attachment.ts';
import { type Locale, texts } from '../../kernel/text/texts.ts';

const KIB = 1024;

/** A file of an item in words: its name, and its size or what became of it. */
export function fileLine(file: AttachmentRecord, locale: Locale): string {
  const { attachments } = texts(locale);
  const name = file.name || `${attachments.kinds[file.kind]} ${file.position}`;
  if (file.state === 'kept') return attachments.kept(name, sizeOf(file.bytes ?? 0));
  if (file.reason === undefined) return attachments.pending(name);
  return attachments.failed(name, attachments.refusals[file.reason]);
}

function sizeOf(bytes: number): string {
  const kib = bytes / KIB;
  return kib < KIB ? `${Math.max(1, Math.round(kib))} KB` : `${(kib / KIB).toFixed(1)} MB`;
}

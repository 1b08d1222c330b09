/** A file that belongs to an item. Its bytes are fetched after the message that brought it has been answered. */
export interface AttachmentRecord {
  readonly id: string;
  readonly itemId: string;
  readonly groupId: string;
  /** The message that holds it, and its key there. */
  readonly messageId: string;
  readonly fileKey: string;
  readonly kind: AttachmentKind;
  /** As the sender called it: for reading only, never a path. Pictures come without. */
  readonly name: string;
  readonly state: 'pending' | 'kept' | 'failed';
  /** SHA-256 of the bytes as they are kept. */
  readonly blob?: string;
  readonly bytes?: number;
  readonly mediaType?: string;
  /** Counted from 1 within the item. */
  readonly position: number;
  readonly reason?: AttachmentRefusal;
}

export type AttachmentKind = 'image' | 'file' | 'video';

/** Why a file is not kept. */
export const ATTACHMENT_REFUSALS = [
  'too-large',
  'type',
  'damaged',
  'protected',
  'gone',
  'unavailable',
  'recalled',
  'expired',
] as const;
export type AttachmentRefusal = (typeof ATTACHMENT_REFUSALS)[number];

export const LARGEST_ATTACHMENT_BYTES = 20 * 1024 * 1024;
export const MOST_ATTACHMENTS = 30;
/** A file that comes alone belongs to what its sender has reported within this time. */
export const ATTACH_WITHIN_MINUTES = 30;

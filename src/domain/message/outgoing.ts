import type { Card } from './card.ts';

/** Who gets it: a chat, or one person in private. `replyTo` answers a message there. */
export type Target =
  | { readonly kind: 'chat'; readonly chatId: string; readonly replyTo?: string }
  | { readonly kind: 'person'; readonly personId: string };

/** A file that lies in the blob store, to be sent under a name people see. */
export interface FileRef {
  readonly name: string;
  /** Hash of the bytes in the blob store. */
  readonly blob: string;
}

/** What a command asks to be sent. `report` is rendered, stored and uploaded before it goes out. */
export type OutgoingMessage =
  | { readonly kind: 'card'; readonly card: Card }
  | { readonly kind: 'notice'; readonly text: string }
  | { readonly kind: 'file'; readonly file: FileRef }
  | { readonly kind: 'report'; readonly reportId: string }
  /** Redraws a card that an earlier draft (named by its key) has sent. */
  | { readonly kind: 'card-update'; readonly ofKey: string; readonly card: Card };

/** What the platform can take as it is: files have been uploaded by then. */
export type WireMessage =
  | { readonly kind: 'card'; readonly card: Card }
  | { readonly kind: 'notice'; readonly text: string }
  | { readonly kind: 'file'; readonly fileKey: string };

import type { CommandKind } from '../load/draw-event.ts';

/** A message of the bot that answers another. */
export interface Reply {
  readonly id: string;
  /** Place among everything the bot has said, from 1. */
  readonly place: number;
  readonly text: string;
}

/** A command as the platform knows it. Times are milliseconds by the platform's steady timer. */
export interface Spoken {
  readonly id: string;
  readonly kind: CommandKind;
  readonly chat: string;
  readonly group: string;
  readonly text: string;
  /** When its first push began, whichever of its copies that was. */
  readonly firstPush: number | undefined;
  /** When the first 200 for one of its copies was read. */
  readonly acknowledged: number | undefined;
  readonly replies: readonly Reply[];
}

/** A reminder that went out: a card in a group's chat, or one in a person's private chat. */
export interface SentReminder {
  readonly chat: string;
  /** The week as the card tells it, such as `10月12日—10月18日`. */
  readonly week: string;
  readonly round: 'group' | 'private';
}

/** What the platform has seen. */
export interface Seen {
  readonly spoken: readonly Spoken[];
  readonly sent: readonly SentReminder[];
  /** Answers to what was no command. */
  readonly answeredTalk: number;
}

export interface StoredItem {
  readonly source: string;
  readonly group: string;
  readonly serial: number;
  readonly number: string;
  /** Revisions kept, the first included. */
  readonly revisions: number;
}

/** What the database holds when all is quiet. */
export interface Stored {
  readonly items: readonly StoredItem[];
  /** Drafts that were given up. */
  readonly dead: number;
  /** Events that were given up. */
  readonly failed: number;
  /** Events and drafts that are not dealt with yet. */
  readonly open: number;
}

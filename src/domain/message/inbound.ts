/**
 * What comes in from the platform, in our own words. Only `lark` builds these, after the sender has been verified;
 * every `…Id` has passed its pattern there, so it may go into a path.
 */

export interface Mention {
  /** The placeholder that stands in the text, e.g. `@_user_1`. */
  readonly key: string;
  readonly personId: string;
  readonly name: string;
  readonly isBot: boolean;
}

export interface Attachment {
  readonly kind: 'image' | 'file' | 'audio' | 'video' | 'sticker' | 'folder';
  readonly key: string;
  readonly name?: string;
}

export interface MessageEvent {
  readonly kind: 'message';
  readonly eventId: string;
  readonly messageId: string;
  readonly chatId: string;
  readonly chatType: 'group' | 'private';
  readonly senderId: string;
  readonly senderIsBot: boolean;
  /** When the person sent it: ISO-8601 UTC. */
  readonly sentAt: string;
  /** Plain text with mention placeholders left in; empty for pictures and files. Control characters already removed. */
  readonly text: string;
  readonly mentions: readonly Mention[];
  readonly attachments: readonly Attachment[];
  /** The message this one answers, if any. */
  readonly parentId?: string;
  /** True when the platform's message type carries nothing we can read (sticker, location, …). */
  readonly unreadable: boolean;
  /** True for several messages that were forwarded as one: what is in it has to be asked for. */
  readonly bundle?: boolean;
}

export interface RecallEvent {
  readonly kind: 'recall';
  readonly eventId: string;
  readonly messageId: string;
  readonly chatId: string;
  readonly recalledAt: string;
}

export interface CardActionEvent {
  readonly kind: 'card-action';
  readonly eventId: string;
  readonly operatorId: string;
  readonly messageId: string;
  readonly chatId: string;
  /** The action's name, as the card that we sent declared it. */
  readonly action: string;
  /** The action's data, as the card declared it: a hint, never proof of anything. */
  readonly data: Readonly<Record<string, string>>;
  readonly form: Readonly<Record<string, string>>;
}

export interface BotAddedEvent {
  readonly kind: 'bot-added';
  readonly eventId: string;
  readonly chatId: string;
  readonly chatName: string;
  readonly operatorId: string;
}

export interface BotRemovedEvent {
  readonly kind: 'bot-removed';
  readonly eventId: string;
  readonly chatId: string;
}

export interface MembersChangedEvent {
  readonly kind: 'member-joined' | 'member-left';
  readonly eventId: string;
  readonly chatId: string;
  readonly people: readonly { readonly personId: string; readonly name: string }[];
}

export interface IgnoredEvent {
  readonly kind: 'ignored';
  readonly eventId: string;
  readonly type: string;
}

/** Everything that is kept in the inbox and worked off in order. */
export type InboundEvent =
  | MessageEvent
  | RecallEvent
  | BotAddedEvent
  | BotRemovedEvent
  | MembersChangedEvent
  | IgnoredEvent;

/** Events plus clicks: a click is answered in its own request and never enters the inbox. */
export type DecodedEvent = InboundEvent | CardActionEvent;

export type StoredEvent = Exclude<InboundEvent, IgnoredEvent>;

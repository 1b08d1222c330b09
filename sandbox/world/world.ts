import type { Instant, MovableClock } from '../../src/kernel/clock.ts';
import type { RandomSource } from './random-source.ts';
import { createSignal, type Signal } from './signal.ts';
import type { Traffic } from './traffic.ts';

/** What the developer console shows for the app, and who the bot is. */
export interface AppIdentity {
  readonly appId: string;
  readonly appSecret: string;
  readonly encryptKey: string;
  readonly verificationToken: string;
  readonly botOpenId: string;
  readonly botName: string;
  readonly tenantKey: string;
}

export interface Person {
  readonly id: string;
  readonly unionId: string;
  readonly name: string;
  /** Post or office, for people's eyes: the bot gets to know nothing of it. */
  readonly title?: string;
}

export interface Chat {
  readonly id: string;
  readonly name: string;
  readonly kind: 'group' | 'p2p';
  readonly members: Set<string>;
  readonly messageIds: string[];
  /** False: a card or text that mentions everyone is refused. */
  readonly atAllAllowed: boolean;
  /** True: the app lacks the right to all messages of groups, so only those that mention the bot are pushed. */
  readonly mentionsOnly: boolean;
  botIn: boolean;
}

export type MessageType = 'text' | 'post' | 'image' | 'file' | 'sticker' | 'merge_forward' | 'interactive';

/** A mention as the platform stores it: `key` stands in the content. Persons and the bot alike. */
export interface StoredMention {
  readonly key: string;
  readonly id: string;
  readonly name: string;
  readonly isBot: boolean;
}

/** One message as it stands now. Records are replaced, never changed: one held on to stays as it was. */
export interface SandboxMessage {
  readonly id: string;
  readonly chatId: string;
  /** A person's open_id, or `bot`. */
  readonly senderId: string;
  readonly type: MessageType;
  /** The content as the platform stores it (a card: the card's JSON). */
  readonly content: unknown;
  /** What a person sees: mentions by name, cards as lines of text. */
  readonly text: string;
  /** Who is notified: open_ids, or `all`. */
  readonly mentions: readonly string[];
  readonly mentionList: readonly StoredMention[];
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
  readonly rootId?: string;
  readonly parentId?: string;
  readonly recalled: boolean;
  /** How often the sender has edited it or redrawn the card. */
  readonly updatedCount: number;
  readonly fileKey?: string;
  readonly fileName?: string;
  /** What was forwarded together, by message id. */
  readonly forwarded?: readonly string[];
  readonly reactions: readonly string[];
}

export interface StoredFile {
  readonly key: string;
  readonly kind: 'file' | 'image';
  readonly name: string;
  readonly bytes: Buffer;
  /** Who put it there: a person's open_id, or `bot`. */
  readonly ownerId: string;
}

/** An online document that the bot has made of a file. */
export interface OnlineDocument {
  readonly token: string;
  /** Of the import that made it. */
  readonly ticket: string;
  readonly name: string;
  readonly url: string;
  /** Chats whose members can open it. */
  readonly sharedWith: Set<string>;
}

export type WorldChange =
  | { readonly kind: 'message' | 'message-updated' | 'recalled'; readonly message: SandboxMessage }
  | { readonly kind: 'bot-added' | 'bot-removed'; readonly chat: Chat; readonly operatorId: string }
  | {
      readonly kind: 'person-joined' | 'person-left' | 'person-withdrawn';
      readonly chat: Chat;
      readonly person: Person;
    };

/** Everything there is. The HTTP routes, the pusher and any page read it and watch its changes. */
export interface World {
  readonly app: AppIdentity;
  readonly clock: MovableClock;
  readonly random: RandomSource;
  readonly people: Map<string, Person>;
  readonly chats: Map<string, Chat>;
  readonly messages: Map<string, SandboxMessage>;
  readonly files: Map<string, StoredFile>;
  readonly documents: Map<string, OnlineDocument>;
  readonly changes: Signal<WorldChange>;
  readonly traffic: Signal<Traffic>;
}

export function createWorld(clock: MovableClock, random: RandomSource): World {
  return {
    app: {
      appId: `cli_${random.hex(16)}`,
      appSecret: random.hex(32),
      encryptKey: random.hex(32),
      verificationToken: random.hex(32),
      botOpenId: `ou_${random.hex(32)}`,
      botName: '宣传助手',
      tenantKey: random.hex(16),
    },
    clock,
    random,
    people: new Map(),
    chats: new Map(),
    messages: new Map(),
    files: new Map(),
    documents: new Map(),
    changes: createSignal(),
    traffic: createSignal(),
  };
}

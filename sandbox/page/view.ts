import type { Traffic } from '../world/traffic.ts';

/**
 * What the page's server tells its browsers. Types alone: both sides import it, and the browser's side may import
 * nothing that needs Node.
 */

export interface PersonView {
  readonly id: string;
  readonly name: string;
  readonly title: string;
}

export interface ChatView {
  readonly id: string;
  readonly name: string;
  readonly kind: 'group' | 'p2p';
  readonly members: readonly string[];
  readonly botIn: boolean;
}

export interface MentionView {
  readonly key: string;
  readonly name: string;
  readonly isBot: boolean;
}

export interface MessageView {
  readonly id: string;
  readonly chatId: string;
  /** A person's id, or `bot`. */
  readonly senderId: string;
  readonly type: string;
  /** As the platform stores it; null once recalled. */
  readonly content: unknown;
  /** In one piece, for lists and quotes. */
  readonly text: string;
  readonly mentionList: readonly MentionView[];
  /** Ids of people, or `all`. */
  readonly mentions: readonly string[];
  /** Milliseconds since the epoch. */
  readonly atMs: number;
  readonly parentId: string | null;
  readonly recalled: boolean;
  /** Grows with every change: a drawn message of this revision need not be drawn again. */
  readonly revision: number;
  readonly edited: boolean;
  readonly file: { readonly key: string; readonly name: string; readonly bytes: number } | null;
  readonly forwarded: readonly string[];
  readonly reactions: readonly string[];
}

/** Something is being done for the visitors, who have to wait: how far it is. */
export interface Busy {
  readonly what: 'playing' | 'clock';
  /** From 0 to 1. */
  readonly share: number;
}

/** A thing to try: who, and what they would type into the group, or where the clock would go. */
export interface Suggestion {
  readonly title: Words;
  readonly hint: Words;
  readonly personId?: string;
  readonly text?: string;
  readonly clock?: ClockPreset;
}

/** A sentence in both languages of the page. */
export interface Words {
  readonly 'zh-CN': string;
  readonly en: string;
}

/** `hour`: one on · `friday`: the next Friday 10:00 · `month`: the first of next month, 09:00. */
export type ClockPreset = 'hour' | 'friday' | 'month';

export type FaultSwitch =
  | 'rate-limit'
  | 'server-error'
  | 'hang'
  | 'accept-then-drop'
  | 'duplicate'
  | 'reorder';

export interface Snapshot {
  readonly bot: { readonly id: string; readonly name: string };
  readonly people: readonly PersonView[];
  readonly chats: readonly ChatView[];
  readonly messages: readonly MessageView[];
  /** How many messages of a chat a person has seen: by person, then by chat. */
  readonly seen: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly faults: readonly FaultSwitch[];
  readonly suggestions: readonly Suggestion[];
  readonly traffic: readonly Traffic[];
  readonly busy: Busy | null;
  readonly nowMs: number;
}

/** What has changed: any of the snapshot's parts; of messages and traffic only those that are new or different. */
export type Update = Partial<Snapshot> & Pick<Snapshot, 'nowMs'>;

/** What a visitor's act came to. `error` is the platform's code in place of an answer to a click. */
export interface ActResult {
  readonly toast?: { readonly type: string; readonly content: string };
  readonly opened?: string;
  readonly error?: number;
  readonly messageId?: string;
  readonly imageKey?: string;
}

import type { CommandKind } from '../load/draw-event.ts';

/** A message of the bot that answers another. */
export interface Reply {
  readonly id: string;
  /** Place among everything the bot has said, from 1. */
  readonly place: number;
  readonly text: string;
  /** When it was sent, as in `Spoken`. */
  readonly at: number;
  /** The same by the platform's clock, ISO-8601 UTC. */
  readonly sentAt: string;
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

/** What a restored backup holds, before a bot is at work on it. */
export interface RestoredRows {
  readonly items: readonly StoredItem[];
  /** How events stand in the inbox, by the message's id. */
  readonly events: ReadonlyMap<string, string>;
  /** Messages that have an answer, planned or sent. */
  readonly answered: ReadonlySet<string>;
}

/** A backup that was restored, and what it has to hold. Times as in `Spoken`. */
export interface RestoredBackup {
  /** Everything acknowledged before is to be in it. */
  readonly point: number;
  /** What came in before has been cleaned up by now, but for the items. */
  readonly since: number;
  readonly rows: RestoredRows;
}

/** What was found out while it was played. */
export interface Findings {
  /** The reminders that were to go out. */
  readonly expected: readonly SentReminder[];
  readonly backups: {
    readonly count: number;
    /** Could not be taken, restored or opened. */
    readonly failed: number;
    /** Of all of them together. */
    readonly flaws: readonly BackupFlaw[];
  };
  /** Bots called themselves ready on a full disk. */
  readonly falselyReady: number;
}

export interface BackupFlaw {
  readonly flaw: 'missing' | 'half';
  readonly what: Spoken | StoredItem;
}

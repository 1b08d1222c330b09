import type { CircularFacts } from '../domain/circular/circular-facts.ts';
import type { DiskRoom } from '../domain/machine/disk-room.ts';
import type { Card } from '../domain/message/card.ts';
import type { Attachment, Mention } from '../domain/message/inbound.ts';
import type { Target, WireMessage } from '../domain/message/outgoing.ts';
import type { MonthFacts } from '../domain/report/facts.ts';
import type { TemplateForm } from '../domain/report/month-views.ts';
import type { Omission, ReportEdition } from '../domain/report/report-edition.ts';
import type { SecrecyFacts } from '../domain/secrecy/secrecy-facts.ts';
import type { Table } from '../domain/table/table.ts';

/** A person as the platform's member list shows them. */
export interface ChatMember {
  readonly personId: string;
  readonly name: string;
}

/** A message as read back from the platform. */
export interface SourceMessage {
  readonly messageId: string;
  readonly chatId: string;
  readonly senderId: string;
  readonly senderIsApp: boolean;
  readonly sentAt: string;
  readonly parentId?: string;
  /** Mentions by name. Of a card only its title. */
  readonly text: string;
  /** As it was typed: with placeholders where the mentions are. */
  readonly typed: string;
  readonly mentions: readonly Mention[];
  readonly attachments: readonly Attachment[];
  /** Files in a bundle of forwarded messages, which the platform does not hand out. */
  readonly lostFiles: number;
  /** True when the platform's message type carries nothing we can read (sticker, location, …). */
  readonly unreadable: boolean;
  readonly deleted: boolean;
  readonly edited: boolean;
}

/** The message that somebody replied to, or why there is none to work with. */
export type Quoted =
  | { readonly kind: 'message'; readonly message: SourceMessage }
  | { readonly kind: 'gone' | 'refused' };

/** A message that is not what it was: deleted, or edited, with the text of each item it holds now. */
export type ChangedSource =
  | { readonly kind: 'gone' }
  | { readonly kind: 'edited'; readonly items: readonly string[] };

/** Messages of a month's items that were read back, by id: undefined for one that nobody has touched. */
export type Sources = ReadonlyMap<string, ChangedSource | undefined>;

/** A document on the platform that was made of a file. */
export interface OnlineDocument {
  readonly token: string;
  readonly url: string;
  readonly shortened: boolean;
}

/**
 * The chat platform. Every method may throw `RemoteError`; each makes one attempt of its own kind (the client's short
 * retries included) and never repeats a send without its `uuid`.
 */
export interface Platform {
  /** The bot's own person id in this app. */
  botId(): Promise<string>;
  /** Sends or replies; `uuid` (≤ 50 characters) makes a repeat within an hour harmless. Returns the message's id. */
  send(target: Target, message: WireMessage, uuid: string): Promise<{ messageId: string }>;
  /** Redraws a card the bot has sent (at most 14 days ago). */
  updateCard(messageId: string, card: Card): Promise<void>;
  /** Uploads a file (≤ 30 MB, not empty) and returns its key. */
  upload(name: string, bytes: Uint8Array): Promise<string>;
  /** Begins to turn a .docx (≤ 20 MB) into an online document; the ticket asks for it. Each call makes a document. */
  startImport(name: string, bytes: Uint8Array): Promise<string>;
  /** The document, once it is made. `shortened`: the platform has left something out. */
  importedDocument(ticket: string): Promise<OnlineDocument | undefined>;
  /** Lets everybody in the chat read the document. Harmless twice. */
  shareDocument(token: string, chatId: string): Promise<void>;
  /** All people in a chat, every page of them, bots left out. */
  members(chatId: string): Promise<readonly ChatMember[]>;
  chatName(chatId: string): Promise<string>;
  message(messageId: string): Promise<SourceMessage | undefined>;
  /** Messages of a chat between two instants (ISO-8601), oldest first. */
  messages(chatId: string, from: string, to: string): Promise<readonly SourceMessage[]>;
  /** Bytes of an attachment, refused beyond `maxBytes`. */
  resource(messageId: string, key: string, kind: 'image' | 'file', maxBytes: number): Promise<Uint8Array>;
}

export interface ReportToRender {
  readonly template: string;
  readonly facts: MonthFacts | CircularFacts;
  readonly edition: ReportEdition;
}

/** Turns what is known of a month, or of another paper's time, into the file's bytes. Same facts, same bytes. */
export interface Renderer {
  render(
    template: string,
    facts: MonthFacts | CircularFacts | SecrecyFacts,
    edition?: ReportEdition,
  ): Promise<Uint8Array>;
  /** The same file with something left out. Same report, same bytes here, too. */
  renderWithout(omission: Omission, report: ReportToRender): Promise<Uint8Array>;
  /** The same text as cards, whole. */
  renderCards(
    template: string,
    facts: MonthFacts | CircularFacts,
    edition?: ReportEdition,
  ): Promise<readonly [Card, ...Card[]]>;
  /** What the template looks like, from an invented month. */
  renderSample(template: string): Promise<Uint8Array>;
}

/** A .docx as PDF, or why there is none. */
export type MakePdf = (
  docx: Uint8Array,
) => Promise<
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly reason: 'timeout' | 'failed' | 'too-large' }
>;

/** A template as the chat speaks of it. */
export interface TemplateInfo {
  /** `work-report`. */
  readonly id: string;
  /** `工作报告`. */
  readonly name: string;
  /** One line for lists; may be empty. */
  readonly purpose: string;
  readonly form: TemplateForm;
  /** Of its text, as hex. */
  readonly hash: string;
}

/** What may be kept of a file that came in, or why nothing. */
export type Inspect = (
  bytes: Uint8Array,
) =>
  | { readonly ok: true; readonly bytes: Uint8Array; readonly mediaType: string }
  | { readonly ok: false; readonly reason: 'type' | 'damaged' };

/**
 * What a Word file says, or why nothing. `ole`: .doc or .wps that can't be read, or an encrypted file; `damaged`: no
 * document, or not to be trusted; `too-large`: more than we will unpack.
 */
export type DocumentReading =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly reason: 'ole' | 'damaged' | 'too-large' };

export type DocumentReader = (bytes: Uint8Array) => Promise<DocumentReading>;

/** The disks that the program writes to. */
export type MeasureDisk = () => Promise<readonly DiskRoom[]>;

/** Bytes kept under their hash. `put` is idempotent; `get` of an unknown hash is an error. */
export interface Blobs {
  put(bytes: Uint8Array): Promise<string>;
  get(hash: string): Promise<Uint8Array>;
  remove(hash: string): Promise<void>;
}

/** Rows of the first sheet of an .xlsx, empty cells as ''; or why it can't be read. */
export type SheetReading =
  | { readonly ok: true; readonly rows: readonly (readonly string[])[] }
  | { readonly ok: false; readonly reason: 'damaged' | 'too-large' };

/** Spreadsheets, as .xlsx. */
export interface Sheets {
  read(bytes: Uint8Array): Promise<SheetReading>;
  /** A sheet for each table; the first row of each is its header. */
  write(tables: readonly Table[]): Promise<Uint8Array>;
}

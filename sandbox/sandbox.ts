import type { Instant, MovableClock } from '../src/kernel/clock.ts';
import type { Faults } from './api/fault-rules.ts';
import type { CallRecord } from './api/gateway.ts';
import type { RateLimits } from './api/rate-limits.ts';
import type { UserFile, UserPost } from './content/user-messages.ts';
import type { Page } from './page/page.ts';
import type { ClickResult } from './push/click.ts';
import type { PushRecord } from './push/courier.ts';
import type { ClientConfig } from './push/long-connection/client-config.ts';
import type { LongConnections } from './push/long-connection/long-connections.ts';
import type { PushFaults } from './push/pusher.ts';
import type { GroupOptions } from './world/chats.ts';
import type { PersonOptions } from './world/people.ts';
import type { Traffic } from './world/traffic.ts';
import type { AppIdentity, OnlineDocument, SandboxMessage, WorldChange } from './world/world.ts';

export interface SandboxOptions {
  /** 0 (default): any free port. */
  readonly port?: number;
  /** Interface to listen on. Default: this machine alone. */
  readonly host?: string;
  /** The sandbox's compiled modules, for the page. Default: beside this module, as the build puts them. */
  readonly pageFolder?: string;
  /** "Now" at the start, from which the sandbox's clock runs on in real time. Default: the machine's now. */
  readonly startAt?: Instant;
  /** Waits before each repeated push, real milliseconds. Default: 15 s, 5 min, 1 h, 6 h, as on the platform. */
  readonly repushDelaysMs?: readonly number[];
  /** Real time. Default: 50 a second and 1000 a minute for the app, 5 a second for a chat. */
  readonly limits?: RateLimits | 'none';
  /** How long the bot has to answer a push or a click. Default 3000. */
  readonly pushTimeoutMs?: number;
  /** How many pushes and how many calls the logs keep, the newest; twice as many now and then. Default: all. */
  readonly logLength?: number;
  /** What long connections are told to keep to, in seconds. Default: as on the platform. */
  readonly clientConfig?: Partial<ClientConfig>;
  /** Same seed, same ids (the app's too: mind the SDK's token cache, which goes by app id) and dice. Default: random. */
  readonly seed?: string;
}

export interface SayOptions {
  /** The message it answers. */
  readonly replyTo?: string;
  /** Said and heard, but not kept: nobody can look at it later, answer or edit it. For talk by the million. */
  readonly fleeting?: boolean;
}

/** A local Feishu: the HTTP interface the SDK talks to, and people whose doings are pushed to the bot. */
export interface Sandbox {
  /** Base address, without a slash at the end: the bot's LARK_DOMAIN. */
  readonly url: string;
  readonly app: AppIdentity;
  readonly clock: MovableClock;
  readonly page: Page;

  /**
   * Where events and card callbacks go from now on; a function is asked at each push, as a balancer would be. Nothing is
   * pushed before, or before a bot has dialled in.
   */
  connectWebhook(url: string | (() => string)): void;
  /** Open by themselves when the bot dials in (LARK_TRANSPORT=websocket), and take over from the webhook. */
  readonly longConnections: LongConnections;
  /** The console's check of the address: true when the challenge came back. */
  verifyWebhook(): Promise<boolean>;

  /** Returns an open_id. */
  createPerson(name: string, options?: PersonOptions): string;
  /** Returns a chat id. */
  createGroup(name: string, options?: GroupOptions): string;
  privateChat(personId: string): string;
  join(chatId: string, personId: string): void;
  leave(chatId: string, personId: string, how?: 'left' | 'withdrawn'): void;
  addBot(chatId: string, operatorId: string): void;
  removeBot(chatId: string, operatorId: string): void;

  /** All return a message id. `@name` of a member, `@bot` and `@所有人` in texts become mentions. */
  say(personId: string, chatId: string, text: string, options?: SayOptions): string;
  sayPost(personId: string, chatId: string, post: UserPost, options?: SayOptions): string;
  sendImage(personId: string, chatId: string, bytes: Uint8Array, options?: SayOptions): string;
  sendFile(personId: string, chatId: string, file: UserFile, options?: SayOptions): string;
  sendSticker(personId: string, chatId: string, options?: SayOptions): string;
  /** Messages the person can see, forwarded as one bundle. */
  forwardTogether(personId: string, chatId: string, messageIds: readonly string[]): string;
  /** A person changes the text of their own message: no event is pushed, only a look at the message tells. */
  edit(messageId: string, text: string): void;
  recall(messageId: string): void;
  /** Presses a card's button (by name, label, or place among the buttons). Throws where a client would not let a person do it. */
  click(
    personId: string,
    messageId: string,
    button: string | number,
    form?: Readonly<Record<string, unknown>>,
  ): Promise<ClickResult>;

  messages(chatId: string): readonly SandboxMessage[];
  /** The first message of the chat, there already or still to come (or to be redrawn), that fits. Default 20 s. */
  awaitMessage(
    chatId: string,
    fits: (message: SandboxMessage) => boolean,
    timeoutMs?: number,
  ): Promise<SandboxMessage>;
  /** Online documents, in the order in which they were made. */
  documents(): readonly OnlineDocument[];
  uploadedFile(fileKey: string): { readonly name: string; readonly bytes: Buffer } | undefined;
  /** The chats as Markdown, in Chinese. */
  transcript(chatIds: readonly string[]): string;

  /** Resolves once every push was acknowledged or has run out of attempts. */
  pushesSettled(): Promise<void>;
  readonly pushLog: readonly PushRecord[];
  readonly pushFaults: PushFaults;
  readonly calls: readonly CallRecord[];
  /** Tells of each change and of each push and call, at once. Both return the function that ends the watch. */
  watchChanges(listener: (change: WorldChange) => void): () => void;
  watchTraffic(listener: (note: Traffic) => void): () => void;
  /** How many sends repeated a uuid within its hour. */
  readonly uuidRepeats: number;
  readonly faults: Pick<Faults, 'add' | 'clear'>;
  /** From now on every token issued so far is refused. */
  expireTokens(): void;
  stop(): Promise<void>;
}

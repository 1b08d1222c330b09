import { z } from 'zod';
import type { Sandbox, SandboxMessage } from '../../sandbox/start-sandbox.ts';
import type { PushAttempt } from '../../sandbox/world/traffic.ts';
import { toStamp } from '../../src/kernel/clock.ts';
import type { SoakEvent } from '../load/draw-event.ts';
import type { Reply, Seen, SentReminder, Spoken } from './evidence.ts';
import { readReminder, readSerial } from './read-answer.ts';

interface Entry extends Spoken {
  firstPush: number | undefined;
  acknowledged: number | undefined;
  readonly replies: Reply[];
  /** Where the group keeps what it learns from receipts. */
  readonly serials: number[];
}

const pushed = z.object({ event: z.object({ message: z.object({ message_id: z.string() }) }) });

/** What the platform has seen, noted as it happens. */
export class Ledger implements Seen {
  readonly sent: SentReminder[] = [];
  answeredTalk = 0;
  /** Pushes that ended without a 200. */
  failedPushes = 0;
  /** Those of them that a bot answered: it could not store the event. */
  refusedPushes = 0;
  /** Commands that are acknowledged and wait for their answer. */
  unanswered = 0;
  readonly #commands = new Map<string, Entry>();
  readonly #waiting = new Set<string>();
  readonly #watches: readonly (() => void)[];
  #place = 0;

  constructor(sandbox: Pick<Sandbox, 'watchTraffic' | 'watchChanges'>) {
    this.#watches = [
      sandbox.watchTraffic((note) => {
        if (note.kind !== 'push') return;
        const { data } = pushed.safeParse(note.body);
        const attempt = note.attempts.at(-1);
        if (data && attempt) this.#notePush(data.event.message.message_id, attempt);
      }),
      sandbox.watchChanges((change) => {
        if (change.kind === 'message' && change.message.senderId === 'bot') this.#noteAnswer(change.message);
      }),
    ];
  }

  get spoken(): readonly Spoken[] {
    return [...this.#commands.values()];
  }

  /** Messages whose push nobody has acknowledged yet. */
  get unacknowledged(): number {
    return this.#waiting.size;
  }

  /** Right after it was said: its push cannot have ended yet. */
  note(id: string, { kind, chat, group, text }: SoakEvent): void {
    this.#waiting.add(id);
    if (kind === 'talk') return;
    const open = { firstPush: undefined, acknowledged: undefined, replies: [], serials: group.serials };
    this.#commands.set(id, { id, kind, chat, group: group.chat, text, ...open });
  }

  close(): void {
    for (const end of this.#watches) end();
  }

  #notePush(id: string, { status, ms }: PushAttempt): void {
    const now = performance.now();
    const entry = this.#commands.get(id);
    if (entry) entry.firstPush = Math.min(entry.firstPush ?? now, now - ms);
    if (status !== undefined && status !== 200) this.refusedPushes += 1;
    if (status !== 200) this.failedPushes += 1;
    else if (this.#waiting.delete(id) && entry) {
      entry.acknowledged = now;
      if (entry.replies.length === 0) this.unanswered += 1;
    }
  }

  #noteAnswer({ id, parentId, chatId: chat, text, createdAt }: SandboxMessage): void {
    this.#place += 1;
    const entry = parentId === undefined ? undefined : this.#commands.get(parentId);
    const reminder = parentId === undefined ? readReminder(text) : undefined;
    const when = { at: performance.now(), sentAt: toStamp(createdAt) };
    if (entry) this.#noteReply(entry, { id, place: this.#place, text, ...when });
    else if (reminder) this.sent.push({ chat, ...reminder });
    // While nothing was noted the groups are being set up.
    else if (parentId !== undefined && this.#commands.size > 0) this.answeredTalk += 1;
  }

  #noteReply(entry: Entry, reply: Reply): void {
    if (entry.replies.length === 0 && entry.acknowledged !== undefined) this.unanswered -= 1;
    entry.replies.push(reply);
    const serial = entry.kind === 'submit' ? readSerial(reply.text) : undefined;
    if (serial !== undefined) entry.serials.push(serial);
  }
}

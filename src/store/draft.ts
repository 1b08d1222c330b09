import type { Selectable } from 'kysely';
import type { OutgoingMessage, Target } from '../domain/message/outgoing.ts';
import type { Instant } from '../kernel/clock.ts';
import type { Claim } from './claim.ts';
import { present } from './row-shape.ts';
import type { Schema } from './schema.ts';

/** Something to be sent, recorded in the same transaction as the change it tells of. */
export interface NewDraft {
  /** Business key: two drafts with one key are the same message, and the second is not stored. */
  readonly key: string;
  readonly groupId?: string;
  readonly target: Target;
  readonly message: OutgoingMessage;
  /** Not sent before this instant. */
  readonly notBefore?: Instant;
  /** Not sent from this instant on: it then is `overdue`, and somebody has to say what becomes of it. */
  readonly notAfter?: Instant;
  /** Of no use to anybody from this instant on, and not sent. */
  readonly usefulUntil?: Instant;
}

export interface Draft extends Omit<NewDraft, 'notBefore' | 'notAfter' | 'usefulUntil'>, Claim {
  /** Key of the uploaded file, once there is one. */
  readonly prepared?: string;
  readonly firstTryAt: string;
  readonly createdAt: string;
  /** Until when it was in hand as it was claimed; undefined for one that is in nobody's. */
  readonly leaseUntil?: string;
  /** Key of the draft whose card this one redraws, once that is out. */
  readonly redraws?: string;
  /** What it was planned because of: the same in every log line from there to its sending. */
  readonly trace?: string;
  /** ISO-8601 UTC, as the two bounds of a new draft. */
  readonly notAfter?: string;
  readonly usefulUntil?: string;
}

/** What is left of a message that is done with. */
export function kindAlone({ message: { kind } }: Pick<Draft, 'message'>): string {
  return JSON.stringify({ kind });
}

const FILES: ReadonlySet<OutgoingMessage['kind']> = new Set(['report', 'sample', 'sheet', 'tables', 'paper']);

/**
 * Messages of a chat or person keep their order. Files have a lane of their own: rendering and uploading take their
 * time, and the receipts of a whole group must not wait for them. Online documents, which the platform makes, have another.
 */
export function laneOf({ target, message }: Pick<NewDraft, 'target' | 'message'>): string {
  const receiver = target.kind === 'chat' ? target.chatId : target.personId;
  if (message.kind === 'online-document') return `${receiver} online`;
  return FILES.has(message.kind) ? `${receiver} files` : receiver;
}

export function toDraft(row: Selectable<Schema['outbox']>): Draft {
  return {
    id: row.id,
    key: row.key,
    target: JSON.parse(row.target),
    message: JSON.parse(row.message),
    attempt: row.attempts,
    firstTryAt: row.first_try_at ?? row.created_at,
    createdAt: row.created_at,
    ...present({
      groupId: row.group_id,
      prepared: row.prepared,
      leaseUntil: row.lease_until,
      notAfter: row.not_after,
      usefulUntil: row.useful_until,
      redraws: row.redraws,
      trace: row.trace,
    }),
  };
}

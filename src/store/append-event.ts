import type { StoredEvent } from '../domain/message/inbound.ts';
import { type Clock, toStamp } from '../kernel/clock.ts';
import type { EventRow } from './event-row.ts';
import { createGroupCommit } from './group-commit.ts';

/**
 * The durable step before the platform is answered: events that come in while others are on their way to the disk go
 * there together. The returned function resolves after the commit: true when new, false when it was there already.
 */
export function createAppend(
  store: (rows: readonly EventRow[]) => Promise<readonly boolean[]>,
  clock: Clock,
): (event: StoredEvent) => Promise<boolean> {
  return createGroupCommit(async (events: readonly StoredEvent[]) => {
    const receivedAt = toStamp(clock.now());
    return store(events.map((event) => toRow(event, receivedAt)));
  });
}

function toRow(event: StoredEvent, receivedAt: string): EventRow {
  const { eventId, chatId, kind } = event;
  return { key: dedupeKey(event), eventId, chatId, kind, payload: JSON.stringify(event), receivedAt };
}

/**
 * The platform says: message events repeat under the same message id, even with another event id; all others under
 * their event id. A recall happens once to a message.
 */
function dedupeKey(event: StoredEvent): string {
  if (event.kind === 'message') return messageKey(event.messageId);
  if (event.kind === 'recall') return `recall:${event.messageId}`;
  return `event:${event.eventId}`;
}

/** The key of a message, under whatever event id it comes. */
export function messageKey(messageId: string): string {
  return `message:${messageId}`;
}

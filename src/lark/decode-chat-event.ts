import { z } from 'zod';
import type { BotAddedEvent, BotRemovedEvent, MembersChangedEvent } from '../domain/message/inbound.ts';
import { cleanLine } from '../kernel/text/clean-text.ts';
import type { EventHeader } from './event-header.ts';
import { chatId, personId } from './ids.ts';

const botAdded = z.object({
  chat_id: chatId,
  name: z.string().default(''),
  operator_id: z.object({ open_id: personId }),
});

const chatOnly = z.object({ chat_id: chatId });

const membersChanged = z.object({
  chat_id: chatId,
  users: z.array(z.object({ name: z.string().default(''), user_id: z.object({ open_id: personId }) })),
});

export function decodeBotAdded(header: EventHeader, payload: unknown): BotAddedEvent | undefined {
  const { data } = botAdded.safeParse(payload);
  return (
    data && {
      kind: 'bot-added',
      eventId: header.eventId,
      chatId: data.chat_id,
      chatName: cleanLine(data.name),
      operatorId: data.operator_id.open_id,
    }
  );
}

export function decodeBotRemoved(header: EventHeader, payload: unknown): BotRemovedEvent | undefined {
  const { data } = chatOnly.safeParse(payload);
  return data && { kind: 'bot-removed', eventId: header.eventId, chatId: data.chat_id };
}

export function decodeMembers(kind: MembersChangedEvent['kind']) {
  return (header: EventHeader, payload: unknown): MembersChangedEvent | undefined => {
    const { data } = membersChanged.safeParse(payload);
    if (!data) return undefined;
    const people = data.users.map((user) => ({ personId: user.user_id.open_id, name: cleanLine(user.name) }));
    return { kind, eventId: header.eventId, chatId: data.chat_id, people };
  };
}

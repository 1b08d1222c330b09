import type { Mention, MessageEvent } from '../../src/domain/message/inbound.ts';

let last = 0;

/** A message event as the platform's edge would decode it. Every call makes a message of its own. */
export function makeMessage(given: Partial<MessageEvent> = {}): MessageEvent {
  last += 1;
  return {
    kind: 'message',
    eventId: `event-${last}`,
    messageId: `om_${last}`,
    chatId: 'oc_group',
    chatType: 'group',
    senderId: 'ou_sender',
    senderIsBot: false,
    sentAt: '2026-11-16T01:00:00.000Z',
    text: '/帮助',
    mentions: [],
    attachments: [],
    unreadable: false,
    ...given,
  };
}

/** Turns `@name` of the given people into placeholders, as the platform delivers a typed text. */
export function typeText(
  typed: string,
  idOf: (name: string) => string,
): { text: string; mentions: readonly Mention[] } {
  const mentions: Mention[] = [];
  const text = typed.replace(/@([\p{L}\p{N}]+)/gu, (_, name: string) => {
    const key = `@_user_${mentions.length + 1}`;
    mentions.push({ key, personId: idOf(name), name, isBot: false });
    return key;
  });
  return { text, mentions };
}

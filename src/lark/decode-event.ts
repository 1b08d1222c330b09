import type { DecodedEvent } from '../domain/message/inbound.ts';
import { decodeCardAction } from './decode-card-action.ts';
import { decodeBotAdded, decodeBotRemoved, decodeMembers } from './decode-chat-event.ts';
import { decodeMessage, decodeRecall } from './decode-message.ts';
import type { EventHeader } from './event-header.ts';

/** Undefined when the payload does not fit: the platform must not be asked to push it again. */
type Decoder = (header: EventHeader, payload: unknown) => DecodedEvent | undefined;

const DECODERS: Readonly<Record<string, Decoder>> = {
  'im.message.receive_v1': decodeMessage,
  'im.message.recalled_v1': decodeRecall,
  'im.chat.member.bot.added_v1': decodeBotAdded,
  'im.chat.member.bot.deleted_v1': decodeBotRemoved,
  'im.chat.disbanded_v1': decodeBotRemoved,
  'im.chat.member.user.added_v1': decodeMembers('member-joined'),
  'im.chat.member.user.deleted_v1': decodeMembers('member-left'),
  'im.chat.member.user.withdrawn_v1': decodeMembers('member-left'),
  'card.action.trigger': decodeCardAction,
};

/** What has to be subscribed to in the developer console. */
export const DECODED_TYPES: readonly string[] = Object.keys(DECODERS);

/** Turns one verified event into our own words. Never throws: what we don't know or can't read is `ignored`. */
export function decodeEvent(header: EventHeader, payload: unknown): DecodedEvent {
  const decode = Object.hasOwn(DECODERS, header.type) ? DECODERS[header.type] : undefined;
  const event = decode?.(header, payload);
  return event ?? { kind: 'ignored', eventId: header.eventId, type: header.type };
}

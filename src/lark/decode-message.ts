import { z } from 'zod';
import type { Mention, MessageEvent, RecallEvent } from '../domain/message/inbound.ts';
import { cleanLine } from '../kernel/text/clean-text.ts';
import { decodeContent } from './decode-content.ts';
import type { EventHeader } from './event-header.ts';
import { chatId, isId, messageId, personId } from './ids.ts';
import { readStamp } from './read-stamp.ts';

/** Event `im.message.receive_v1`: https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/im-v1/message/events/receive */
const received = z.object({
  sender: z.object({ sender_id: z.object({ open_id: personId }), sender_type: z.string() }),
  message: z.object({
    message_id: messageId,
    parent_id: z.union([messageId, z.literal('')]).optional(),
    create_time: z.string(),
    chat_id: chatId,
    chat_type: z.string(),
    message_type: z.string(),
    content: z.string(),
    mentions: z
      .array(
        z.object({
          key: z.string(),
          id: z.object({ open_id: z.string().nullish() }).nullish(),
          mentioned_type: z.string().optional(),
          name: z.string().default(''),
        }),
      )
      .nullish(),
  }),
});
type RawMention = NonNullable<z.infer<typeof received>['message']['mentions']>[number];

const recalled = z.object({ message_id: messageId, chat_id: chatId, recall_time: z.string() });

export function decodeMessage(header: EventHeader, payload: unknown): MessageEvent | undefined {
  const { data } = received.safeParse(payload);
  if (!data) return undefined;
  const { message, sender } = data;
  const content = decodeContent(message.message_type, message.content);
  const sentAt = readStamp(message.create_time);
  if (!content || !sentAt) return undefined;
  return {
    kind: 'message',
    eventId: header.eventId,
    messageId: message.message_id,
    chatId: message.chat_id,
    chatType: message.chat_type === 'p2p' ? 'private' : 'group',
    senderId: sender.sender_id.open_id,
    senderIsBot: sender.sender_type !== 'user',
    sentAt,
    ...content,
    mentions: (message.mentions ?? []).flatMap((mention) => readMention(mention, header.botId)),
    ...(message.parent_id && { parentId: message.parent_id }),
  };
}

/** Someone without an id of ours (@all, a person of another organisation) stays in the text only. */
function readMention(raw: RawMention, botId: string | undefined): Mention[] {
  const id = raw.id?.open_id ?? '';
  if (!isId('person', id)) return [];
  const isBot = raw.mentioned_type === 'bot' || id === botId;
  return [{ key: raw.key, personId: id, name: cleanLine(raw.name), isBot }];
}

export function decodeRecall(header: EventHeader, payload: unknown): RecallEvent | undefined {
  const { data } = recalled.safeParse(payload);
  const recalledAt = data && readStamp(data.recall_time);
  if (!data || !recalledAt) return undefined;
  return {
    kind: 'recall',
    eventId: header.eventId,
    messageId: data.message_id,
    chatId: data.chat_id,
    recalledAt,
  };
}

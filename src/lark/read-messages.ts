import { z } from 'zod';
import type { Attachment, Mention } from '../domain/message/inbound.ts';
import { fromStamp } from '../kernel/clock.ts';
import { RemoteError } from '../kernel/errors.ts';
import { cleanLine } from '../kernel/text/clean-text.ts';
import { checkId } from './check-id.ts';
import { collectPages } from './collect-pages.ts';
import type { LarkClient } from './create-client.ts';
import { decodeContent } from './decode-content.ts';
import { parseJson } from './parse-json.ts';
import { readAnswer } from './read-answer.ts';
import { readStamp } from './read-stamp.ts';

/** A message as it is read back; a deleted one comes without its body. */
const item = z.object({
  message_id: z.string(),
  upper_message_id: z.string().optional(),
  chat_id: z.string().default(''),
  parent_id: z.string().optional(),
  msg_type: z.string().default(''),
  create_time: z.string(),
  deleted: z.boolean().default(false),
  updated: z.boolean().default(false),
  sender: z.object({ id: z.string().default(''), sender_type: z.string().default('') }).optional(),
  body: z.object({ content: z.string().default('') }).optional(),
  mentions: z
    .array(z.object({ key: z.string(), id: z.string().default(''), name: z.string().default('') }))
    .nullish(),
});

const itemList = z
  .array(item)
  .nullish()
  .transform((items) => items ?? []);

const one = z.object({ data: z.object({ items: itemList }) });

const page = z.object({
  data: z.object({
    items: itemList,
    has_more: z.boolean().default(false),
    page_token: z.string().optional(),
  }),
});

/** The deleted message is not there any more even to be asked for. */
const GONE = '230110';

interface ReadMessage {
  readonly messageId: string;
  readonly chatId: string;
  readonly senderId: string;
  readonly senderIsApp: boolean;
  readonly sentAt: string;
  readonly parentId?: string;
  readonly text: string;
  readonly typed: string;
  readonly mentions: readonly Mention[];
  readonly attachments: readonly Attachment[];
  readonly unreadable: boolean;
  readonly lostFiles: number;
  readonly deleted: boolean;
  readonly edited: boolean;
}

/** Undefined when the platform has no such message any more. */
export async function readMessage(client: LarkClient, id: string): Promise<ReadMessage | undefined> {
  const path = { message_id: checkId('message', id) };
  try {
    const answer = await client.call('read', (sdk) => sdk.im.v1.message.get({ path }));
    const [first, ...inside] = readAnswer(one, answer).data.items;
    if (first === undefined) return undefined;
    return inside.length > 0 ? readBundle(first, inside) : readItem(first);
  } catch (error) {
    if (error instanceof RemoteError && error.code === GONE) return undefined;
    throw error;
  }
}

/** Messages sent from one instant to another (ISO-8601, both included), oldest first; the platform counts whole seconds. */
export async function readMessages(
  client: LarkClient,
  id: string,
  span: { from: string; to: string },
): Promise<readonly ReadMessage[]> {
  const from = fromStamp(span.from).epochMilliseconds;
  const to = fromStamp(span.to).epochMilliseconds;
  const params = {
    container_id_type: 'chat',
    container_id: checkId('chat', id),
    start_time: String(Math.floor(from / 1000)),
    end_time: String(Math.ceil(to / 1000)),
    sort_type: 'ByCreateTimeAsc',
    page_size: 50,
  } as const;
  const items = await collectPages(async (token) => {
    const answer = await client.call('read', (sdk) =>
      sdk.im.v1.message.list({ params: { ...params, ...(token && { page_token: token }) } }),
    );
    const { data } = readAnswer(page, answer);
    return { items: data.items, hasMore: data.has_more, next: data.page_token };
  });
  const within = (stamp: string) => {
    const at = fromStamp(stamp).epochMilliseconds;
    return from <= at && at <= to;
  };
  return items.map(readItem).filter((message) => within(message.sentAt));
}

/**
 * Several messages forwarded as one: what can be read of them, a paragraph each. Files in a bundle the platform does not
 * hand out: https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/im-v1/message-resource/get
 */
function readBundle(raw: z.infer<typeof item>, inside: readonly z.infer<typeof item>[]): ReadMessage {
  const messages = inside.filter((one) => one.upper_message_id !== undefined).map(readItem);
  const texts = messages.filter((one) => !one.unreadable && one.text.trim() !== '').map((one) => one.text);
  return {
    ...readItem(raw),
    text: texts.join('\n\n'),
    unreadable: texts.length === 0,
    lostFiles: messages.reduce((sum, one) => sum + one.attachments.length, 0),
  };
}

function readItem(raw: z.infer<typeof item>): ReadMessage {
  const sentAt = readStamp(raw.create_time);
  if (!sentAt) throw new RemoteError('transient', 'shape', { message: 'unexpected time of a message' });
  return {
    messageId: raw.message_id,
    chatId: raw.chat_id,
    senderId: raw.sender?.id ?? '',
    senderIsApp: raw.sender?.sender_type === 'app',
    sentAt,
    ...(raw.parent_id && { parentId: raw.parent_id }),
    ...readContent(raw),
    lostFiles: 0,
    deleted: raw.deleted,
    edited: raw.updated,
  };
}

/** A card comes back simplified; its title is what tells one from another. */
const simplifiedCard = z.object({ title: z.string() });

function readContent({ msg_type: type, body, mentions }: z.infer<typeof item>) {
  const content = body?.content ?? '';
  if (type === 'interactive') {
    const text = simplifiedCard.safeParse(parseJson(content)).data?.title ?? '';
    return { text, typed: text, mentions: [], attachments: [], unreadable: true };
  }
  const decoded = decodeContent(type, content) ?? { text: '', attachments: [], unreadable: true };
  const known = (mentions ?? []).map(({ key, id, name }): Mention => {
    // What the mentioned one is, the platform does not say here.
    return { key, personId: id, name: cleanLine(name), isBot: false };
  });
  return { ...decoded, text: showMentions(decoded.text, known), typed: decoded.text, mentions: known };
}

/** Here nobody is notified any more: a mention is a name. */
function showMentions(text: string, mentions: readonly Mention[]): string {
  const names = new Map(mentions.map(({ key, name }) => [key, name]));
  return text.replace(/@_user_\d+/g, (key) => (names.get(key) ? `@${names.get(key)}` : key));
}

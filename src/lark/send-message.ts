import { z } from 'zod';
import type { Target } from '../domain/message/outgoing.ts';
import { RemoteError } from '../kernel/errors.ts';
import { derivedId } from '../kernel/ids.ts';
import { checkId } from './check-id.ts';
import type { LarkClient } from './create-client.ts';
import { messageId } from './ids.ts';
import { readAnswer } from './read-answer.ts';
import type { WireContent } from './wire-content.ts';

interface Draft {
  readonly target: Target;
  readonly content: Pick<WireContent, 'msg_type' | 'content'>;
  readonly uuid: string;
}

const sent = z.object({ data: z.object({ message_id: messageId }) });

/** The message that was to be answered has been recalled or deleted. */
const ANSWERED_IS_GONE: ReadonlySet<string> = new Set(['230011', '230110']);
const MAX_UUID = 50;

/**
 * Sends or replies. A reply whose message is gone becomes a plain message in the chat, under a uuid of its own derived
 * from the given one, since a uuid stands for one target.
 */
export async function sendMessage(client: LarkClient, draft: Draft): Promise<{ messageId: string }> {
  const { target, uuid } = draft;
  if (uuid.length === 0 || uuid.length > MAX_UUID) throw new RangeError('a uuid has 1 to 50 characters');
  if (target.kind === 'person' || target.replyTo === undefined) return create(client, draft);
  try {
    return await reply(client, draft, target.replyTo);
  } catch (error) {
    if (!(error instanceof RemoteError) || !ANSWERED_IS_GONE.has(error.code)) throw error;
    return create(client, { ...draft, uuid: derivedId(uuid, 'not as a reply') });
  }
}

async function create(client: LarkClient, { target, content, uuid }: Draft): Promise<{ messageId: string }> {
  const { msg_type, content: text } = content;
  const inChat = target.kind === 'chat';
  const receive_id = inChat ? checkId('chat', target.chatId) : checkId('person', target.personId);
  const answer = await client.call('once', (sdk) =>
    sdk.im.v1.message.create({
      params: { receive_id_type: inChat ? 'chat_id' : 'open_id' },
      data: { receive_id, msg_type, content: text, uuid },
    }),
  );
  return { messageId: readAnswer(sent, answer).data.message_id };
}

async function reply(client: LarkClient, draft: Draft, to: string): Promise<{ messageId: string }> {
  const { msg_type, content } = draft.content;
  const path = { message_id: checkId('message', to) };
  const answer = await client.call('once', (sdk) =>
    sdk.im.v1.message.reply({ path, data: { msg_type, content, uuid: draft.uuid } }),
  );
  return { messageId: readAnswer(sent, answer).data.message_id };
}

import type { Request, Router } from 'express';
import { z } from 'zod';
import { checkSize, readBotContent } from '../content/bot-content.ts';
import { Refusal } from '../refusal.ts';
import { privateChat } from '../world/chats.ts';
import { messageOf, postMessage } from '../world/messages.ts';
import type { Chat, SandboxMessage, World } from '../world/world.ts';
import { describeMessage } from './describe-message.ts';
import { type ApiContext, chatTooFrequent, gate } from './gateway.ts';
import { openChat, visibleMessage } from './message-access.ts';
import { data, idParam, invalidParameter, query, readBody } from './reply.ts';

const UUID_LIFE_MS = 3_600_000;
const Content = { msg_type: z.string(), content: z.string(), uuid: z.string().max(50).optional() };
const Create = z.object({ receive_id: z.string().min(1), ...Content });
const Answer = z.object({ reply_in_thread: z.boolean().optional(), ...Content });
type Sent = z.infer<typeof Answer>;

/** New messages and replies of the bot. */
export function addSendRoutes(router: Router, context: ApiContext): void {
  const { world } = context;
  router.post(
    '/im/v1/messages',
    gate(context, (request) => {
      const body = readBody(Create, request);
      const first = firstOf(context, body.uuid);
      const message = first ?? accept(context, { body, chat: receiver(world, request, body.receive_id) });
      return data(describeMessage(world, message));
    }),
  );
  router.post(
    '/im/v1/messages/:message_id/reply',
    gate(context, (request) => {
      const body = readBody(Answer, request);
      const parent = visibleMessage(world, idParam(request, 'message_id', 'om'));
      const first = firstOf(context, body.uuid);
      if (!first && parent.recalled) throw new Refusal(230011, 'The message was withdrawn.');
      const chat = openChat(world, parent.chatId);
      return data(describeMessage(world, first ?? accept(context, { body, chat, replyTo: parent.id })));
    }),
  );
}

/** The chat behind `receive_id`; by a person's id it is the private chat, made when needed. */
function receiver(world: World, request: Request, id: string): Chat {
  const type = query(request, 'receive_id_type');
  if (type === 'chat_id' && /^oc_[\w-]+$/.test(id)) return openChat(world, id);
  if (type !== 'open_id' || !/^ou_[\w-]+$/.test(id)) throw invalidParameter('invalid receive_id');
  if (!world.people.has(id)) throw new Refusal(230013, 'Bot has NO availability to this user.');
  return openChat(world, privateChat(world, id));
}

/** What an earlier call with this uuid created within the hour; the repeat is counted and creates nothing. */
function firstOf(context: ApiContext, uuid: string | undefined): SandboxMessage | undefined {
  const known = uuid === undefined ? undefined : context.uuids.get(uuid);
  if (!known || nowMs(context) - known.atMs >= UUID_LIFE_MS) return undefined;
  context.uuidRepeats += 1;
  return messageOf(context.world, known.messageId);
}

function accept(
  context: ApiContext,
  { body, chat, replyTo }: { body: Sent; chat: Chat; replyTo?: string },
): SandboxMessage {
  const { world, limiter } = context;
  checkSize(body.msg_type, body);
  if (!limiter.takeTarget(chat.id)) throw chatTooFrequent();
  const draft = readBotContent(world, chat, body);
  const address = { chatId: chat.id, senderId: 'bot', ...(replyTo === undefined ? {} : { replyTo }) };
  const message = postMessage(world, address, draft);
  if (body.uuid !== undefined) context.uuids.set(body.uuid, { messageId: message.id, atMs: nowMs(context) });
  return message;
}

function nowMs(context: ApiContext): number {
  return context.world.clock.now().epochMilliseconds;
}

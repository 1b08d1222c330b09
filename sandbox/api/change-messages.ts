import type { Router } from 'express';
import { z } from 'zod';
import { checkSize, readBotContent } from '../content/bot-content.ts';
import { isRecord } from '../is-record.ts';
import { Refusal } from '../refusal.ts';
import { addReaction, recallMessage, replaceContent } from '../world/messages.ts';
import type { SandboxMessage } from '../world/world.ts';
import { describeMessage } from './describe-message.ts';
import { type ApiContext, chatTooFrequent, gate } from './gateway.ts';
import { openChat, ownMessage, visibleMessage } from './message-access.ts';
import { data, idParam, invalidParameter, readBody } from './reply.ts';

const FOURTEEN_DAYS_MS = 14 * 86_400_000;
const EDITS_MAX = 20;
const Redraw = z.object({ content: z.string() });
const Edit = z.object({ msg_type: z.enum(['text', 'post']), content: z.string() });
const Reaction = z.object({ reaction_type: z.object({ emoji_type: z.string().regex(/^\w+$/) }) });

/** What the bot does to messages that exist: redraw its card, edit its text, recall its own, react to any. */
export function addChangeRoutes(router: Router, context: ApiContext): void {
  const { world } = context;
  const path = '/im/v1/messages/:message_id';
  router.patch(
    path,
    gate(context, (request) => {
      const message = ownMessage(world, idParam(request, 'message_id', 'om'));
      redraw(context, message, readBody(Redraw, request));
      return data();
    }),
  );
  router.put(
    path,
    gate(context, (request) => {
      const message = ownMessage(world, idParam(request, 'message_id', 'om'));
      return data(describeMessage(world, edit(context, message, readBody(Edit, request))));
    }),
  );
  router.delete(
    path,
    gate(context, (request) => {
      recallMessage(world, ownMessage(world, idParam(request, 'message_id', 'om')).id);
      return data();
    }),
  );
  router.post(
    `${path}/reactions`,
    gate(context, (request) => {
      const message = visibleMessage(world, idParam(request, 'message_id', 'om'));
      if (message.recalled) throw new Refusal(231003, 'The message is not found or has been recalled.');
      const { reaction_type: reaction } = readBody(Reaction, request);
      addReaction(world, message.id, reaction.emoji_type);
      const operator = { operator_id: world.app.appId, operator_type: 'app' };
      const time = String(world.clock.now().epochMilliseconds);
      return data({
        reaction_id: world.random.hex(32),
        operator,
        action_time: time,
        reaction_type: reaction,
      });
    }),
  );
}

/** Cards stay changeable for 14 days and have to be shared (`update_multi`) before and after. */
function redraw(context: ApiContext, message: SandboxMessage, body: z.infer<typeof Redraw>): void {
  const { world, limiter } = context;
  if (message.type !== 'interactive') throw new Refusal(230001, 'This message is NOT a card.');
  if (world.clock.now().epochMilliseconds - message.createdAt.epochMilliseconds > FOURTEEN_DAYS_MS) {
    throw new Refusal(230031, 'The message has been sent for more than 14 days and can not be updated.');
  }
  checkSize('interactive', body);
  if (!limiter.takeTarget(message.id)) throw chatTooFrequent();
  const chat = openChat(world, message.chatId);
  const draft = readBotContent(world, chat, { msg_type: 'interactive', content: body.content });
  if (!isShared(message.content) || !isShared(draft.content)) throw invalidParameter('config.update_multi');
  replaceContent(world, message.id, draft);
}

function isShared(card: unknown): boolean {
  const config = isRecord(card) ? card.config : undefined;
  return isRecord(config) && config.update_multi === true;
}

function edit(context: ApiContext, message: SandboxMessage, body: z.infer<typeof Edit>): SandboxMessage {
  const { world } = context;
  if (message.type !== 'text' && message.type !== 'post')
    throw new Refusal(230054, 'This message can NOT be edited.');
  if (message.updatedCount >= EDITS_MAX) {
    throw new Refusal(230072, 'The message has reached the number of times it can be edited.');
  }
  checkSize(body.msg_type, body);
  return replaceContent(world, message.id, readBotContent(world, openChat(world, message.chatId), body));
}

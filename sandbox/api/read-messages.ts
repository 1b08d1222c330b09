import type { Request, Router } from 'express';
import { messageOf, messagesIn } from '../world/messages.ts';
import type { SandboxMessage, World } from '../world/world.ts';
import { describeMessage } from './describe-message.ts';
import { type ApiContext, gate } from './gateway.ts';
import { openChat, visibleMessage } from './message-access.ts';
import { data, idParam, invalidParameter, pageOf, query } from './reply.ts';

/** One message, and the history of a chat. */
export function addReadRoutes(router: Router, context: ApiContext): void {
  const { world } = context;
  router.get(
    '/im/v1/messages/:message_id',
    gate(context, (request) => {
      const message = visibleMessage(world, idParam(request, 'message_id', 'om'));
      return data({
        items: [describeMessage(world, message, wantsRawCard(request)), ...inside(world, message)],
      });
    }),
  );
  router.get(
    '/im/v1/messages',
    gate(context, (request) => {
      if (query(request, 'container_id_type') !== 'chat') throw invalidParameter('container_id_type');
      const chat = openChat(world, query(request, 'container_id') ?? '');
      const page = pageOf(select(messagesIn(world, chat.id), request), request, { default: 20, max: 50 });
      const items = page.items.map((message) => describeMessage(world, message, wantsRawCard(request)));
      return data({ ...page, items });
    }),
  );
}

/** A bundle comes with what is in it; each says which bundle it lies in. */
function inside(world: World, bundle: SandboxMessage): object[] {
  return (bundle.forwarded ?? []).map((id) => ({
    ...describeMessage(world, messageOf(world, id)),
    upper_message_id: bundle.id,
  }));
}

function wantsRawCard(request: Request): boolean {
  return query(request, 'card_msg_content_type') !== undefined;
}

/** By creation time, both ends included, in whole seconds as the API takes them. */
function select(messages: readonly SandboxMessage[], request: Request): readonly SandboxMessage[] {
  const start = seconds(request, 'start_time') ?? Number.NEGATIVE_INFINITY;
  const end = seconds(request, 'end_time') ?? Number.POSITIVE_INFINITY;
  const within = messages.filter(({ createdAt }) => {
    const second = Math.floor(createdAt.epochMilliseconds / 1000);
    return second >= start && second <= end;
  });
  const sort = query(request, 'sort_type') ?? 'ByCreateTimeAsc';
  if (sort !== 'ByCreateTimeAsc' && sort !== 'ByCreateTimeDesc') throw invalidParameter('sort_type');
  return sort === 'ByCreateTimeAsc' ? within : within.toReversed();
}

function seconds(request: Request, name: string): number | undefined {
  const value = query(request, name);
  if (value === undefined) return undefined;
  if (!/^\d{1,11}$/.test(value)) throw invalidParameter(name);
  return Number(value);
}

import type { Router } from 'express';
import { Refusal } from '../refusal.ts';
import { type ApiContext, gate } from './gateway.ts';
import { visibleMessage } from './message-access.ts';
import { idParam, query, textParam } from './reply.ts';

/** Bytes of an attachment that people sent: only through its message, and never a sticker's or a card picture's. */
export function addResourceRoutes(router: Router, context: ApiContext): void {
  const { world } = context;
  router.get(
    '/im/v1/messages/:message_id/resources/:file_key',
    gate(context, (request) => {
      const message = visibleMessage(world, idParam(request, 'message_id', 'om'));
      const key = textParam(request, 'file_key');
      const type = query(request, 'type');
      if (message.type === 'sticker' || message.type === 'interactive') {
        throw new Refusal(234043, 'Unsupported message type.');
      }
      const file = world.files.get(key);
      const named = JSON.stringify(message.content).includes(JSON.stringify(key));
      if (!file || !named) throw new Refusal(234003, 'File not in msg.');
      if (type !== 'image' && type !== 'file') throw new Refusal(234001, 'Invalid request param: type');
      if ((type === 'image') !== (file.kind === 'image')) throw new Refusal(234003, 'File not in msg.');
      return { kind: 'bytes', bytes: file.bytes, name: file.name };
    }),
  );
}

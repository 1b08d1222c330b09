import { z } from 'zod';
import type { CardActionEvent } from '../domain/message/inbound.ts';
import { cleanText } from '../kernel/text/clean-text.ts';
import type { EventHeader } from './event-header.ts';
import { chatId, messageId, personId } from './ids.ts';

/** What our own buttons carry: the action's name and its data. */
export const buttonValue = z.object({
  a: z.string().min(1).max(64),
  d: z.record(z.string(), z.string()).default({}),
});
export type ButtonValue = z.infer<typeof buttonValue>;

/** Callback `card.action.trigger`: https://open.feishu.cn/document/uAjLw4CM/ukzMukzMukzM/feishu-cards/card-callback-communication */
const trigger = z.object({
  operator: z.object({ open_id: personId }),
  action: z.object({ value: buttonValue, form_value: z.record(z.string(), z.unknown()).nullish() }),
  context: z.object({ open_message_id: messageId, open_chat_id: chatId }),
});

export function decodeCardAction(header: EventHeader, payload: unknown): CardActionEvent | undefined {
  const { data } = trigger.safeParse(payload);
  if (!data) return undefined;
  const fields = Object.entries(data.action.form_value ?? {});
  return {
    kind: 'card-action',
    eventId: header.eventId,
    operatorId: data.operator.open_id,
    messageId: data.context.open_message_id,
    chatId: data.context.open_chat_id,
    action: data.action.value.a,
    data: data.action.value.d,
    form: Object.fromEntries(fields.map(([name, value]) => [name, readField(value)])),
  };
}

/** Form fields are text, lists of choices or check marks; pickers give text and keep the offset that stands in it. */
function readField(value: unknown): string {
  if (Array.isArray(value)) return value.map(readField).join(',');
  if (typeof value === 'string') return cleanText(value);
  return typeof value === 'boolean' || typeof value === 'number' ? String(value) : '';
}

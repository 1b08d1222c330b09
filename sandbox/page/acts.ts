import { z } from 'zod';
import type { FaultSwitch } from './view.ts';

const FAULT_SWITCHES = [
  'rate-limit',
  'server-error',
  'hang',
  'accept-then-drop',
  'duplicate',
  'reorder',
] as const satisfies readonly FaultSwitch[];

const LONGEST_TEXT = 20_000;
const Id = z.string().min(1).max(100);
const Text = z.string().min(1).max(LONGEST_TEXT);
/** `as`: the person the visitor plays. */
const as = { as: Id };
/** Without a chat: the person's private chat with the bot. */
const place = { ...as, chat: Id.optional(), replyTo: Id.optional() };

const PostPart = z.union([
  z.string().max(LONGEST_TEXT),
  z.strictObject({ imageKey: Id }),
  z.strictObject({ href: z.url({ protocol: /^https?$/ }), label: Text }),
]);

/** What a visitor can do, as the browser sends it. */
export const Act = z.discriminatedUnion('act', [
  z.strictObject({ act: z.literal('say'), ...place, text: Text }),
  z.strictObject({
    act: z.literal('post'),
    ...place,
    title: z.string().max(200),
    paragraphs: z.array(z.array(PostPart)).min(1).max(100),
  }),
  z.strictObject({ act: z.literal('forward'), ...as, messages: z.array(Id).min(1).max(100) }),
  z.strictObject({ act: z.literal('edit'), ...as, message: Id, text: Text }),
  z.strictObject({ act: z.literal('recall'), ...as, message: Id }),
  z.strictObject({
    act: z.literal('click'),
    ...as,
    message: Id,
    button: z.int().min(0),
    form: z.record(z.string(), z.union([z.string(), z.boolean(), z.array(z.string())])),
  }),
  z.strictObject({ act: z.literal('seen'), ...as, chat: Id }),
  z.strictObject({
    act: z.literal('clock'),
    to: z.union([z.enum(['hour', 'friday', 'month']), z.iso.datetime({ offset: true })]),
  }),
  z.strictObject({ act: z.literal('fault'), fault: z.enum(FAULT_SWITCHES), on: z.boolean() }),
  z.strictObject({ act: z.literal('invite'), chat: Id, name: z.string().trim().min(1).max(40) }),
  z.strictObject({ act: z.literal('leave'), ...as, chat: Id }),
  z.strictObject({ act: z.literal('bot'), ...as, chat: Id, in: z.boolean() }),
]);

export type Act = z.infer<typeof Act>;

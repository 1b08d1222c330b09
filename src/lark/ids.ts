import { z } from 'zod';

/**
 * Shapes of the platform's identifiers. The SDK puts identifiers into paths as they are, so one that does not fit
 * could leave its route: none comes in from an event or goes out in a call without passing here.
 */
const ID_PATTERNS = {
  message: /^om_[\w-]{1,128}$/,
  chat: /^oc_[\w-]{1,128}$/,
  person: /^ou_[\w-]{1,128}$/,
  resource: /^[\w-]{1,256}$/,
} as const;

export type IdKind = keyof typeof ID_PATTERNS;

export const messageId = z.string().regex(ID_PATTERNS.message);
export const chatId = z.string().regex(ID_PATTERNS.chat);
export const personId = z.string().regex(ID_PATTERNS.person);
export const resourceKey = z.string().regex(ID_PATTERNS.resource);

/** Key of an event, unique per app. Never used in a path. */
export const eventId = z.string().min(1).max(128);

export function isId(kind: IdKind, id: string): boolean {
  return ID_PATTERNS[kind].test(id);
}

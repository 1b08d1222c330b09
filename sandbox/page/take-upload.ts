import { z } from 'zod';
import { storeFile } from '../world/files.ts';
import type { World } from '../world/world.ts';
import { chatFor, type PeopleActions, replyOf } from './perform-act.ts';
import type { ActResult } from './view.ts';

const Id = z.string().min(1).max(100);

/** `picture`: kept for a rich-text message that follows; the others are sent at once. */
export const UploadQuery = z.strictObject({
  as: Id,
  chat: Id.optional(),
  replyTo: Id.optional(),
  kind: z.enum(['file', 'image', 'picture']),
  name: z.string().min(1).max(250),
});

export interface Upload {
  readonly query: z.infer<typeof UploadQuery>;
  readonly bytes: Buffer;
}

/** Takes a file out of a visitor's hand. */
export function takeUpload(world: World, people: PeopleActions, { query, bytes }: Upload): ActResult {
  const { as, kind, name } = query;
  switch (kind) {
    case 'picture':
      return { imageKey: storeFile(world, { kind: 'image', name, bytes, ownerId: as }).key };
    case 'image':
      return { messageId: people.sendImage(as, chatFor(people, query), bytes, replyOf(query)) };
    case 'file':
      return { messageId: people.sendFile(as, chatFor(people, query), { name, bytes }, replyOf(query)) };
  }
}

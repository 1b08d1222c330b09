import { messagesIn } from '../world/messages.ts';
import type { World } from '../world/world.ts';
import type { Snapshot } from './view.ts';

/** How far everyone has read, kept here so that a reload or a second browser shows the same. */
export interface SeenMarks {
  all(): Snapshot['seen'];
  /** The person has read everything in the chat. */
  mark(personId: string, chatId: string): void;
  /** Everyone has read everything: what went before the visitors came. */
  markAll(): void;
}

export function createSeenMarks(world: World): SeenMarks {
  let marks: Record<string, Record<string, number>> = {};
  const mark = (personId: string, chatId: string) => {
    marks = { ...marks, [personId]: { ...marks[personId], [chatId]: messagesIn(world, chatId).length } };
  };
  return {
    all: () => marks,
    mark,
    markAll() {
      for (const chat of world.chats.values()) for (const id of chat.members) mark(id, chat.id);
    },
  };
}

import { messagesIn } from './world/messages.ts';
import type { SandboxMessage, World } from './world/world.ts';

export interface Awaited {
  readonly chatId: string;
  readonly fits: (message: SandboxMessage) => boolean;
  readonly timeoutMs: number;
}

/** Resolves with the first fitting message, old or new; rejects after the time-out and tells what the chat holds. */
export function awaitMessage(world: World, { chatId, fits, timeoutMs }: Awaited): Promise<SandboxMessage> {
  const present = messagesIn(world, chatId).find(fits);
  if (present) return Promise.resolve(present);
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      unwatch();
      const last = messagesIn(world, chatId).slice(-5);
      const shown = last.map(({ senderId, text }) => `${senderId}: ${text}`).join('\n');
      reject(new Error(`no such message within ${timeoutMs} ms; the last of ${chatId}:\n${shown}`));
    }, timeoutMs);
    const unwatch = world.changes.watch((change) => {
      if (!('message' in change) || change.message.chatId !== chatId || !fits(change.message)) return;
      clearTimeout(timer);
      unwatch();
      resolve(change.message);
    });
  });
}

import type { InboundEvent, MessageEvent, StoredEvent } from '../domain/message/inbound.ts';
import type { Inbox } from '../store/inbox.ts';
import { dropBotMention, readCommand } from './grammar/read-command.ts';
import type { Registry } from './registry.ts';

export type Acceptance = 'stored' | 'duplicate' | 'ignored';

/**
 * Steps 3 and 4 for every transport: decides from the event alone whether it is for the bot, and if so stores it
 * durably before it resolves. Plain talk in a group is dropped here and leaves no trace.
 */
export async function acceptEvent(
  event: InboundEvent,
  deps: { inbox: Pick<Inbox, 'append'>; registry: Registry; botId: () => string | undefined },
): Promise<Acceptance> {
  if (!isForBot(event, deps.registry, deps.botId())) return 'ignored';
  return (await deps.inbox.append(event)) ? 'stored' : 'duplicate';
}

function isForBot(event: InboundEvent, registry: Registry, botId: string | undefined): event is StoredEvent {
  if (event.kind === 'ignored') return false;
  if (event.kind !== 'message') return true;
  return isAddressed(event, registry, botId);
}

/** Private, mentioning the bot, or written in a command's form. Other bots are never answered. */
export function isAddressed(event: MessageEvent, registry: Registry, botId: string | undefined): boolean {
  if (event.senderIsBot) return false;
  if (event.chatType === 'private') return true;
  const { text, addressed } = dropBotMention(event.text, event.mentions, botId);
  return addressed || readCommand(text, registry, false).kind !== 'talk';
}

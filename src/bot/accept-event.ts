import type { InboundEvent, MessageEvent, StoredEvent } from '../domain/message/inbound.ts';
import type { Inbox } from '../store/inbox.ts';
import { dropBotMention, readCommand } from './grammar/read-command.ts';
import type { Hearing } from './hearing.ts';
import type { Registry } from './registry.ts';

export type Acceptance = 'stored' | 'duplicate' | 'ignored';

/**
 * Steps 3 and 4 for every transport: decides from the event alone whether it is for the bot, and if so stores it
 * durably before it resolves. Plain talk in a group is dropped here and leaves no trace, but that the group's is heard.
 */
export async function acceptEvent(
  event: InboundEvent,
  deps: {
    inbox: Pick<Inbox, 'append'>;
    registry: Registry;
    botId: () => string | undefined;
    hearing: Hearing;
  },
): Promise<Acceptance> {
  if (event.kind === 'message' && isUnmentioned(event, deps.botId())) deps.hearing.note(event.chatId);
  if (!isForBot(event, deps.registry, deps.botId())) return 'ignored';
  return (await deps.inbox.append(event)) ? 'stored' : 'duplicate';
}

function isForBot(event: InboundEvent, registry: Registry, botId: string | undefined): event is StoredEvent {
  if (event.kind === 'ignored') return false;
  if (event.kind !== 'message') return true;
  return isAddressed(event, registry, botId);
}

/** Said in a group to nobody, or to others. Mentions of all are no evidence: the bot may count as one of them. */
function isUnmentioned({ chatType, senderIsBot, text, mentions }: MessageEvent, botId: string | undefined) {
  if (chatType === 'private' || senderIsBot || text.includes('@_all')) return false;
  return !dropBotMention(text, mentions, botId).addressed;
}

/** Private, mentioning the bot, or written in a command's form. Other bots are never answered. */
export function isAddressed(event: MessageEvent, registry: Registry, botId: string | undefined): boolean {
  if (event.senderIsBot) return false;
  if (event.chatType === 'private') return true;
  const { text, addressed } = dropBotMention(event.text, event.mentions, botId);
  return addressed || readCommand(text, registry, false).kind !== 'talk';
}

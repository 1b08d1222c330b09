import type { MessageEvent } from '../domain/message/inbound.ts';
import { dropBotMention, type ReadCommand, readCommand } from './grammar/read-command.ts';
import type { Registry } from './registry.ts';

export interface ParseDeps {
  readonly registry: Registry;
  readonly botId: () => string | undefined;
}

/** Step 6: finds the command in the text. Pure. */
export function parseMessage(event: MessageEvent, deps: ParseDeps): ReadCommand {
  const { text, addressed } = dropBotMention(event.text, event.mentions, deps.botId());
  return readCommand(text, deps.registry, addressed || event.chatType === 'private');
}

import type { MessageEvent, StoredEvent } from '../domain/message/inbound.ts';
import { RemoteError } from '../kernel/errors.ts';
import type { Logger } from '../kernel/logger.ts';
import { type ParseDeps, parseMessage } from './parse-message.ts';
import type { Platform, Quoted } from './ports.ts';

export interface QuotedDeps extends ParseDeps {
  readonly platform: Pick<Platform, 'message'>;
  readonly logger: Logger;
  /** After this there is no further try: the event goes on without. */
  readonly lastTry: boolean;
}

/**
 * Step 7 for commands that declare the need: reads the message that this one answers, outside any transaction. A bundle
 * of messages forwarded in private speaks for itself. Throws for a passing fault, so that the event is tried again.
 */
export async function readQuoted(event: StoredEvent, deps: QuotedDeps): Promise<Quoted | undefined> {
  const messageId = event.kind === 'message' ? quotedBy(event, deps) : undefined;
  if (messageId === undefined) return undefined;
  try {
    const message = await deps.platform.message(messageId);
    return message === undefined || message.deleted ? { kind: 'gone' } : { kind: 'message', message };
  } catch (err) {
    const passing = err instanceof RemoteError && err.kind === 'transient';
    if (passing && !deps.lastTry) throw err;
    deps.logger.warn({ err }, 'quoted message not available');
    return { kind: 'refused' };
  }
}

function quotedBy(event: MessageEvent, deps: ParseDeps): string | undefined {
  if (event.bundle && event.chatType === 'private') return event.messageId;
  const read = parseMessage(event, deps);
  const command = read.kind === 'command' ? deps.registry.command(read.name) : undefined;
  return command?.needs.includes('quoted') ? event.parentId : undefined;
}

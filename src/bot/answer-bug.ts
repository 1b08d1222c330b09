import type { MessageEvent } from '../domain/message/inbound.ts';
import { explain } from '../kernel/text/texts.ts';
import type { Repos } from '../store/create-store.ts';
import type { ContextDeps } from './create-context.ts';

/** Tells the person that it is not their fault, with the number under which the log has the reason. */
export async function answerBug(
  repos: Repos,
  event: MessageEvent,
  incident: string,
  deps: Pick<ContextDeps, 'locale'>,
): Promise<void> {
  await repos.outbox.add({
    key: `incident:${event.messageId}`,
    target: { kind: 'chat', chatId: event.chatId, replyTo: event.messageId },
    message: { kind: 'notice', text: explain(deps.locale, 'bug', { incident }) },
  });
}

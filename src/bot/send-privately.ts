import type { OutgoingMessage } from '../domain/message/outgoing.ts';
import type { WorkContext } from './context.ts';

/** Plans the same private message for each of some people; `key` names it once, whoever gets it. */
export async function sendPrivately(
  ctx: WorkContext,
  people: readonly string[],
  { key, message }: { readonly key: string; readonly message: OutgoingMessage },
): Promise<void> {
  for (const personId of people) {
    await ctx.send({ key: `${key}:${personId}`, target: { kind: 'person', personId }, message });
  }
}

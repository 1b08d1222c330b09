import { plainEnvelope } from '../wire.ts';
import type { Traffic } from '../world/traffic.ts';
import type { World } from '../world/world.ts';
import type { PushedEvent } from './transport.ts';

type Push = Extract<Traffic, { kind: 'push' }>;

/** A push as those who look on see it: its body in clear. */
export function describePush(
  { app, clock }: World,
  pushed: PushedEvent,
  outcome: Pick<Push, 'attempts' | 'answer'>,
): Push {
  return {
    kind: 'push',
    id: pushed.eventId,
    atMs: clock.now().epochMilliseconds,
    eventType: pushed.eventType,
    body: plainEnvelope(app, pushed),
    ...outcome,
  };
}

import type { DecodedEvent, StoredEvent } from '../domain/message/inbound.ts';
import { type Answerer, answerInTime } from './answer-in-time.ts';

export interface EventTaker extends Answerer {
  /** Resolves once the event is stored durably (or known to be of no use); when it rejects, the platform pushes again. */
  readonly accept: (event: StoredEvent) => Promise<void>;
}

/**
 * Hands one event on, whichever way it came. Resolves with the body that a click is answered with; rejects, having
 * logged why, when the event must not be acknowledged.
 */
export async function handOver(deps: EventTaker, event: DecodedEvent): Promise<object | undefined> {
  const { eventId: trace } = event;
  try {
    if (event.kind === 'card-action') return await answerInTime(deps, event);
    if (event.kind === 'ignored') deps.logger.debug({ trace, type: event.type }, 'event of no use');
    else await deps.accept(event);
    return undefined;
  } catch (err) {
    deps.logger.error({ err, trace }, 'event not stored');
    throw err;
  }
}

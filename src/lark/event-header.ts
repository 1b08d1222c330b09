import { z } from 'zod';
import { eventId } from './ids.ts';

/** The part of the envelope's header that every way in brings. */
export const envelopeHeader = z.object({
  event_id: eventId,
  event_type: z.string().max(128),
  app_id: z.string(),
});

/** What the envelope says about an event, once its token and app have been checked. */
export interface EventHeader {
  readonly eventId: string;
  readonly type: string;
  /** The bot's own person id, once it is known. */
  readonly botId?: string | undefined;
}

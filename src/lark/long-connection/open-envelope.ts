import { z } from 'zod';
import type { DecodedEvent } from '../../domain/message/inbound.ts';
import { decodeEvent } from '../decode-event.ts';
import { envelopeHeader } from '../event-header.ts';

const envelope = z.object({ header: envelopeHeader, event: z.unknown() });

export interface EnvelopeKeys {
  readonly appId: string;
  /** The bot's own person id, once it is known: tells mentions of the bot. */
  readonly botId?: string | undefined;
}

/**
 * Opens one event of a long connection, which comes in clear and unsigned: the app's secret has opened the line. What
 * is no event, or another app's, is undefined.
 */
export function openEnvelope(value: unknown, { appId, botId }: EnvelopeKeys): DecodedEvent | undefined {
  const { data } = envelope.safeParse(value);
  if (!data || data.header.app_id !== appId) return undefined;
  return decodeEvent({ eventId: data.header.event_id, type: data.header.event_type, botId }, data.event);
}

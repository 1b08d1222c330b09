import { z } from 'zod';
import type { DecodedEvent } from '../../domain/message/inbound.ts';
import { decodeEvent } from '../decode-event.ts';
import { envelopeHeader, findStranger, type Owner } from '../event-header.ts';

const envelope = z.object({ header: envelopeHeader, event: z.unknown() });

export interface EnvelopeKeys extends Owner {
  /** The bot's own person id, once it is known: tells mentions of the bot. */
  readonly botId?: string | undefined;
}

/**
 * Opens one event of a long connection, which comes in clear and unsigned: the app's secret has opened the line. What
 * is no event, or another app's or tenant's, is undefined.
 */
export function openEnvelope(value: unknown, { botId, ...owner }: EnvelopeKeys): DecodedEvent | undefined {
  const { data } = envelope.safeParse(value);
  if (!data || findStranger(data.header, owner) !== undefined) return undefined;
  return decodeEvent({ eventId: data.header.event_id, type: data.header.event_type, botId }, data.event);
}

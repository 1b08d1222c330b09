import { z } from 'zod';
import type { DecodedEvent } from '../domain/message/inbound.ts';
import type { Instant } from '../kernel/clock.ts';
import { decodeEvent } from './decode-event.ts';
import { decryptBody } from './decrypt-body.ts';
import { envelopeHeader, findStranger, type Owner } from './event-header.ts';
import { parseJson } from './parse-json.ts';
import { sameSecret } from './same-secret.ts';
import { hasSignature, type SignatureHeaders, verifySignature } from './verify-signature.ts';

export interface RequestInput {
  readonly raw: Buffer;
  readonly headers: SignatureHeaders;
}

export interface RequestKeys extends Owner {
  readonly encryptKey: string;
  readonly verificationToken: string;
  /** The bot's own person id, once it is known: tells mentions of the bot. */
  readonly botId?: string | undefined;
}

export type OpenResult =
  | { readonly kind: 'challenge'; readonly challenge: string }
  /** `stale`: signed more than five minutes before or after now. */
  | { readonly kind: 'event'; readonly event: DecodedEvent; readonly stale: boolean }
  /** The reason is for the log; the sender learns the status alone. */
  | { readonly kind: 'refused'; readonly status: 400 | 401; readonly reason: string };

const FRESH_SECONDS = 300;
/** What was signed longer ago is refused: more than any of the platform's pushes takes, less than what is done is known. */
const OLDEST_SECONDS = 24 * 3600;

const outerBody = z.object({ encrypt: z.string().min(1) });

const challengeBody = z.object({
  type: z.literal('url_verification'),
  token: z.string(),
  challenge: z.string().max(1024),
});

const envelope = z.object({
  header: envelopeHeader.extend({ token: z.string() }),
  event: z.unknown(),
});

/**
 * Opens one request of the platform: JSON → signature over the raw bytes → cipher → token, app and tenant → event.
 * Fails closed: without an encrypted body nothing is believed, and keys that stand beside `encrypt` in the clear are
 * never read. Only the address check (`url_verification`) may come unsigned, since the platform does not promise to
 * sign it. An old timestamp is reported, not refused, for a day: the platform pushes an
 * event again for up to seven hours.
 */
export function openRequest(input: RequestInput, keys: RequestKeys, now: Instant): OpenResult {
  const outer = parseJson(input.raw.toString('utf8'));
  if (outer === undefined) return refuse(400, 'json');
  const { data: body } = outerBody.safeParse(outer);
  if (!body) return refuse(401, 'plain');
  const signed = hasSignature(input.headers);
  if (signed && !verifySignature(input.raw, input.headers, keys.encryptKey)) return refuse(401, 'signature');
  const plain = decryptBody(body.encrypt, keys.encryptKey);
  const inner = plain === undefined ? undefined : parseJson(plain);
  if (inner === undefined) return refuse(401, 'cipher');
  // Events first: a schema that does not fit costs more than all the rest.
  const { data: event } = envelope.safeParse(inner);
  if (!event) return openChallenge(inner, keys);
  if (!signed) return refuse(401, 'unsigned');
  const age = ageOf(input.headers.timestamp, now);
  if (age > OLDEST_SECONDS) return refuse(401, 'expired');
  return openEvent(event, keys, !(Math.abs(age) <= FRESH_SECONDS));
}

function refuse(status: 400 | 401, reason: string): OpenResult {
  return { kind: 'refused', status, reason };
}

function openChallenge(inner: unknown, keys: RequestKeys): OpenResult {
  const { data } = challengeBody.safeParse(inner);
  if (!data) return refuse(401, 'envelope');
  if (!sameSecret(data.token, keys.verificationToken)) return refuse(401, 'token');
  return { kind: 'challenge', challenge: data.challenge };
}

function openEvent(data: z.infer<typeof envelope>, keys: RequestKeys, stale: boolean): OpenResult {
  const { event_id, event_type, token } = data.header;
  if (!sameSecret(token, keys.verificationToken)) return refuse(401, 'token');
  const stranger = findStranger(data.header, keys);
  if (stranger !== undefined) return refuse(401, stranger);
  const header = { eventId: event_id, type: event_type, botId: keys.botId };
  return { kind: 'event', event: decodeEvent(header, data.event), stale };
}

/** In seconds, which the header counts. NaN for text that is no number. */
function ageOf(timestamp: string | undefined, now: Instant): number {
  return now.epochMilliseconds / 1000 - Number(timestamp);
}

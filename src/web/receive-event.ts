import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Request } from 'express';
import type { ClickAnswer } from '../domain/message/card.ts';
import type { CardActionEvent, StoredEvent } from '../domain/message/inbound.ts';
import type { Logger } from '../kernel/logger.ts';
import type { Locale } from '../kernel/text/texts.ts';
import { handOver } from '../lark/hand-over.ts';
import type { OpenResult } from '../lark/open-request.ts';
import type { SignatureHeaders } from '../lark/verify-signature.ts';
import { isLoopbackAddress, type RateLimit } from './limit-rate.ts';
import { readBody } from './read-body.ts';
import { replyAndClose, replyEmpty, replyJson } from './reply.ts';

export interface ReceiverDeps {
  /** Verifies, decrypts and decodes. Must not throw. */
  readonly open: (raw: Buffer, headers: SignatureHeaders) => OpenResult;
  /** Resolves once the event is stored durably (or known to be of no use); when it rejects, the platform pushes again. */
  readonly accept: (event: StoredEvent, meta: { stale: boolean }) => Promise<void>;
  readonly click: (event: CardActionEvent) => Promise<ClickAnswer>;
  /** The body that answers a click. */
  readonly drawAnswer: (answer: ClickAnswer) => object;
  readonly logger: Logger;
  readonly locale?: Locale;
  /** Longest wait for the answer to a click. Default 2.5 s, of the platform's 3. */
  readonly clickTimeoutMs?: number;
  /** How often an address may ask. Default: as often as it likes. */
  readonly rate?: RateLimit;
  /** Called with the reason for each request that is refused. */
  readonly onRefused?: (reason: string) => void;
}

/** Above every legal event (an encrypted text of 150 KB), far below what would hurt. */
const MAX_BODY_BYTES = 1024 * 1024;

/** Handler of the one address that the platform pushes to: events, card clicks and the check of the address. */
export function receiveEvent(deps: ReceiverDeps) {
  return async (request: Request, response: ServerResponse): Promise<void> => {
    const refuse = (reason: string, status: number) => {
      deps.onRefused?.(reason);
      replyAndClose(request, response, status);
    };
    const caller = countedCaller(request);
    if (caller !== undefined && deps.rate?.admit(caller) === false) return refuse('rate', 429);
    if (!isPlainJson(request)) return refuse('type', 415);
    const body = await readBody(request, MAX_BODY_BYTES);
    if (body === 'too-large') return refuse('size', 413);
    if (body === 'gone') {
      response.destroy();
      return;
    }
    return answer(deps, deps.open(body, signatureOf(request)), { request, response });
  };
}

async function answer(
  deps: ReceiverDeps,
  opened: OpenResult,
  { request, response }: { request: Request; response: ServerResponse },
): Promise<void> {
  if (opened.kind === 'event') return handleEvent(deps, opened, response);
  if (opened.kind === 'challenge') return replyJson(response, 200, { challenge: opened.challenge });
  const caller = countedCaller(request);
  if (caller !== undefined) deps.rate?.punish(caller);
  deps.onRefused?.(opened.reason);
  deps.logger.warn({ reason: opened.reason, peer: request.ip }, 'request refused');
  return replyEmpty(response, opened.status);
}

/**
 * Whose requests are counted: the peer, or whom the trusted proxies name. This machine's are not: behind a proxy that
 * nobody has declared, everybody would be in one count, the platform with the stranger.
 */
function countedCaller({ ip }: Request): string | undefined {
  return isLoopbackAddress(ip) ? undefined : ip;
}

async function handleEvent(
  deps: ReceiverDeps,
  { event, stale }: Extract<OpenResult, { kind: 'event' }>,
  response: ServerResponse,
): Promise<void> {
  if (stale) deps.logger.warn({ trace: event.eventId, kind: event.kind }, 'event with an old signature');
  const accept = (stored: StoredEvent) => deps.accept(stored, { stale });
  const answer = await handOver({ ...deps, accept }, event).then(
    (body = {}) => body,
    () => undefined,
  );
  if (answer === undefined) replyEmpty(response, 500);
  else replyJson(response, 200, answer);
}

function isPlainJson(request: IncomingMessage): boolean {
  const type = request.headers['content-type'] ?? '';
  const encoding = request.headers['content-encoding'] ?? 'identity';
  return /^application\/json\s*(;|$)/i.test(type) && encoding === 'identity';
}

/** What the platform signed a request with. */
export function signatureOf({ headers }: Pick<IncomingMessage, 'headers'>): SignatureHeaders {
  const one = (name: string) => {
    const value = headers[name];
    return typeof value === 'string' ? value : undefined;
  };
  return {
    timestamp: one('x-lark-request-timestamp'),
    nonce: one('x-lark-request-nonce'),
    signature: one('x-lark-signature'),
  };
}

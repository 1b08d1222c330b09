import { setTimeout as sleep } from 'node:timers/promises';
import type { Request, RequestHandler, Response } from 'express';
import type { Instant } from '../../src/kernel/clock.ts';
import { Refusal } from '../refusal.ts';
import type { Log } from '../world/log.ts';
import type { World } from '../world/world.ts';
import type { FaultKind, Faults } from './fault-rules.ts';
import type { Limiter } from './rate-limits.ts';
import type { Reply } from './reply.ts';
import type { Tokens } from './tokens.ts';

/** One call the bot made, as it was answered. `code` is absent where no answer of ours went out. */
export interface CallRecord {
  readonly method: string;
  readonly path: string;
  readonly status?: number;
  readonly code?: number;
  readonly at: Instant;
}

/** What every route shares. */
export interface ApiContext {
  readonly world: World;
  readonly tokens: Tokens;
  readonly limiter: Limiter;
  readonly faults: Faults;
  readonly calls: Log<CallRecord>;
  /** Messages accepted under a uuid in the last hour of the sandbox's clock. */
  readonly uuids: Map<string, { readonly messageId: string; readonly atMs: number }>;
  uuidRepeats: number;
}

export type Handler = (request: Request) => Reply | Promise<Reply>;

/** Wraps a handler with faults, token check, the app's rate limit and the answer's envelope. */
export function gate(
  context: ApiContext,
  handler: Handler,
  options: { open?: boolean } = {},
): RequestHandler {
  return async (request, response) => {
    const fault = context.faults.strike(request.method, pathOf(request));
    const exchange: Exchange = { context, request, response, started: performance.now() };
    try {
      if (await misbehave(exchange, fault)) return;
      if (options.open !== true) admit(context, request);
      const reply = await handler(request);
      if (fault === 'accept-then-drop') drop(exchange);
      else answer(exchange, reply);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      refuse(exchange, error);
    }
  };
}

interface Exchange {
  readonly context: ApiContext;
  readonly request: Request;
  readonly response: Response;
  /** Milliseconds, by the machine's steady timer. */
  readonly started: number;
}

function admit({ tokens, limiter }: ApiContext, request: Request): void {
  const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1];
  if (token === undefined) throw new Refusal(99991661, 'Missing access token for authorization');
  if (!tokens.isValid(token)) throw expired();
  const over = limiter.takeCall();
  if (over) throw tooFrequent(over);
}

function expired(): Refusal {
  return new Refusal(
    99991663,
    'Invalid access token for authorization. Please make a request with token attached.',
  );
}

function tooFrequent({ limit, resetSeconds }: { limit: number; resetSeconds: number }): Refusal {
  const headers = { 'x-ogw-ratelimit-limit': String(limit), 'x-ogw-ratelimit-reset': String(resetSeconds) };
  return new Refusal(99991400, 'request trigger frequency limit', { status: 429, headers });
}

/** Applies a fault that keeps the call from taking effect. True when the exchange is over. */
async function misbehave(exchange: Exchange, fault: FaultKind | undefined): Promise<boolean> {
  if (fault === undefined || fault === 'accept-then-drop') return false;
  if (fault === 'garbage') {
    const page = '<html><body>Bad gateway</body></html>';
    record(exchange, { status: 200 }, page);
    exchange.response.status(200).type('html').send(page);
    return true;
  }
  if (fault === 'hang') {
    record(exchange, {});
    await closed(exchange.request);
    return true;
  }
  throw faultRefusal(fault);
}

function faultRefusal(fault: Exclude<FaultKind, 'accept-then-drop' | 'garbage' | 'hang'>): Refusal {
  switch (fault) {
    case 'rate-limit':
      return tooFrequent({ limit: 50, resetSeconds: 1 });
    case 'chat-rate':
      return chatTooFrequent();
    case 'server-error':
      return new Refusal(1000004, 'internal error', { status: 500 });
    case 'token-expired':
      return expired();
    default:
      return new Refusal(fault.code, fault.msg, { status: fault.status });
  }
}

export function chatTooFrequent(): Refusal {
  return new Refusal(230020, 'This operation triggers the frequency limit.');
}

/** Waits until the caller has hung up (or the server closes the connection). */
async function closed(request: Request): Promise<void> {
  while (!request.socket.destroyed) await sleep(20);
}

function answer(exchange: Exchange, reply: Reply): void {
  const { response } = exchange;
  if (reply.kind === 'bytes') {
    record(exchange, { status: 200, code: 0 }, { bytes: reply.bytes.length });
    const name = encodeURIComponent(reply.name);
    response.set('content-disposition', `attachment; filename="${name}"; filename*=UTF-8''${name}`);
    response.type('application/octet-stream').send(reply.bytes);
    return;
  }
  const body = reply.kind === 'top' ? reply.body : { code: 0, msg: 'success', data: reply.data };
  record(exchange, { status: 200, code: 0 }, body);
  response.json(body);
}

function refuse(exchange: Exchange, refusal: Refusal): void {
  const { status, code, message, headers } = refusal;
  const error = { log_id: exchange.context.world.random.hex(32), troubleshooter: '' };
  const body = { code, msg: message, error };
  record(exchange, { status, code }, body);
  exchange.response.status(status).set(headers).json(body);
}

function drop(exchange: Exchange): void {
  record(exchange, {});
  exchange.request.socket.destroy();
}

function record(
  { context, request, started }: Exchange,
  outcome: { status?: number; code?: number },
  answer?: unknown,
): void {
  const { calls, world } = context;
  const at = world.clock.now();
  const call = { method: request.method, path: pathOf(request), ...outcome };
  calls.add({ ...call, at });
  world.traffic.emit({
    kind: 'call',
    id: `call-${calls.count}`,
    atMs: at.epochMilliseconds,
    ...call,
    request: request.body ?? `${request.headers['content-type'] ?? 'no body'}`,
    answer,
    ms: performance.now() - started,
  });
}

/** The whole path: inside a router express shows only what follows the mount point. */
function pathOf(request: Request): string {
  return request.baseUrl + request.path;
}

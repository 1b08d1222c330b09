import type { IncomingMessage, ServerResponse } from 'node:http';
import { sameSecret } from '../lark/same-secret.ts';
import { isLoopbackAddress } from './limit-rate.ts';
import { replyEmpty, replyJson } from './reply.ts';

export interface StatusDeps {
  /** Whether requests can be served, and how each part fares. */
  readonly ready: () => Promise<{ ok: boolean; detail: Record<string, string> }>;
  /** Figures in Prometheus' text format. */
  readonly metrics: () => Promise<string>;
  readonly metricsToken?: string;
}

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** The process is alive; nothing else is asked. */
export function showHealth() {
  return (_request: IncomingMessage, response: ServerResponse): void =>
    replyJson(response, 200, { ok: true });
}

/** 200 when ready, else 503; a check that fails is a check not passed. */
export function showReadiness(deps: StatusDeps): Handler {
  return async (_request, response) => {
    const { ok, detail } = await deps.ready().catch(() => ({ ok: false, detail: { check: 'failed' } }));
    replyJson(response, ok ? 200 : 503, { ok, detail });
  };
}

/** For this machine alone, or for the bearer of the token; to all others the address does not exist. */
export function showMetrics(deps: StatusDeps): Handler {
  return async (request, response) => {
    if (!isLocal(request) && !bearsToken(request, deps.metricsToken)) return replyEmpty(response, 404);
    const text = await deps.metrics();
    response.writeHead(200, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' }).end(text);
  };
}

/** A proxy on this machine makes every peer look local, but says so in its headers. */
function isLocal({ socket, headers }: IncomingMessage): boolean {
  const proxied = ['forwarded', 'x-forwarded-for', 'x-real-ip', 'via'].some(
    (name) => headers[name] !== undefined,
  );
  return !proxied && isLoopbackAddress(socket.remoteAddress);
}

function bearsToken({ headers }: IncomingMessage, token: string | undefined): boolean {
  const given = /^Bearer (.+)$/i.exec(headers.authorization ?? '')?.[1];
  return given !== undefined && token !== undefined && token !== '' && sameSecret(given, token);
}

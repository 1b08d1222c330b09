import { createServer, IncomingMessage, type Server, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import express, { type ErrorRequestHandler, type Express } from 'express';
import helmet from 'helmet';
import { createRateLimit } from './limit-rate.ts';
import { moveClock } from './move-clock.ts';
import { type ReceiverDeps, receiveEvent } from './receive-event.ts';
import { replyEmpty } from './reply.ts';
import { type StatusDeps, showHealth, showMetrics, showReadiness } from './show-status.ts';
import { countAnswers } from './stop-server.ts';

export interface WebDeps extends Omit<ReceiverDeps, 'open'>, StatusDeps {
  /** Opens what is pushed to the webhook. Without it there is no webhook: events come another way. */
  readonly open?: ReceiverDeps['open'];
  /** Moves the test clock to an ISO instant; the route exists only with it. */
  readonly testClock?: (nowIso: string) => Promise<void>;
  readonly timeouts?: Partial<Timeouts>;
  /** Proxies in front, whose word is taken for who asked. Default: none. */
  readonly trustedProxies?: number;
}

/** Milliseconds. Node's own defaults keep a client that never finishes for over five minutes. */
export interface Timeouts {
  readonly headersTimeout: number;
  readonly requestTimeout: number;
  readonly connectionsCheckingInterval: number;
  readonly keepAliveTimeout: number;
}

const TIMEOUTS: Timeouts = {
  headersTimeout: 5_000,
  requestTimeout: 10_000,
  connectionsCheckingInterval: 1_000,
  keepAliveTimeout: 6_000,
};

/** There is no page here: nothing may be loaded, and nothing framed. */
const PAGELESS = {
  contentSecurityPolicy: {
    useDefaults: false,
    directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
  },
};

/** The server, not yet listening. No request ends the process: what goes wrong in one is logged and answered empty. */
export function createWebServer(deps: WebDeps): Server {
  const app = express();
  app.disable('x-powered-by').disable('etag').set('query parser', false);
  app.set('trust proxy', deps.trustedProxies ?? 0);
  const { open } = deps;
  if (open) app.post('/webhook/event', receiveEvent({ rate: createRateLimit(), ...deps, open }));
  app.use(helmet(PAGELESS));
  app.get('/healthz', showHealth());
  app.get('/readyz', showReadiness(deps));
  app.get('/metrics', showMetrics(deps));
  if (deps.testClock) app.post('/test/clock', moveClock(deps.testClock));
  app.use((_request, response) => replyEmpty(response, 404));
  app.use(onError(deps));

  const server = createServer({ ...ownClasses(app), ...TIMEOUTS, ...deps.timeouts }, app);
  server.on('clientError', refuseClient);
  countAnswers(server);
  return server;
}

/**
 * Express gives every request and response a new prototype, which costs about half of its time. Objects that are born
 * with the prototypes it would set make that a no-op.
 */
function ownClasses(app: Express) {
  class AppRequest extends IncomingMessage {}
  class AppResponse extends ServerResponse<AppRequest> {}
  Object.setPrototypeOf(AppRequest.prototype, app.request);
  Object.setPrototypeOf(AppResponse.prototype, app.response);
  Object.assign(app, { request: AppRequest.prototype, response: AppResponse.prototype });
  return { IncomingMessage: AppRequest, ServerResponse: AppResponse };
}

/** Four parameters are what makes it an error handler for Express. */
function onError(deps: WebDeps): ErrorRequestHandler {
  return (err, _request, response, _next) => {
    deps.logger.error({ err }, 'request failed');
    if (response.headersSent) response.destroy();
    else replyEmpty(response, 500);
  };
}

/** What can't be read as HTTP, or does not come in time. */
function refuseClient(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const status = error.code === 'ERR_HTTP_REQUEST_TIMEOUT' ? '408 Request Timeout' : '400 Bad Request';
  socket.end(`HTTP/1.1 ${status}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`);
}

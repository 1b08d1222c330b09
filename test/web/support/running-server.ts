import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import type { CardActionEvent, StoredEvent } from '../../../src/domain/message/inbound.ts';
import { fromStamp } from '../../../src/kernel/clock.ts';
import { silentLogger } from '../../../src/kernel/logger.ts';
import { answerClick } from '../../../src/lark/answer-click.ts';
import { openRequest } from '../../../src/lark/open-request.ts';
import { createWebServer, type WebDeps } from '../../../src/web/create-server.ts';
import { stopServer } from '../../../src/web/stop-server.ts';
import { KEYS, type Push, SIGNED_AT } from '../../lark/support/sealed-push.ts';

export interface RunningServer {
  readonly url: string;
  readonly port: number;
  readonly accepted: { event: StoredEvent; stale: boolean }[];
  readonly clicked: CardActionEvent[];
  push(push: Push, headers?: Record<string, string>): Promise<Response>;
  /** A bare connection, for what no HTTP client would send. */
  dial(): Promise<Socket>;
  stop(graceMs?: number): Promise<void>;
}

/** The real server on a free port with the real opener; what lies behind it only remembers, unless told otherwise. */
export async function startServer(deps: Partial<WebDeps> = {}): Promise<RunningServer> {
  const accepted: RunningServer['accepted'] = [];
  const clicked: CardActionEvent[] = [];
  const server = createWebServer({
    open: (raw, headers) => openRequest({ raw, headers }, KEYS, fromStamp(SIGNED_AT)),
    accept: async (event, { stale }) => void accepted.push({ event, stale }),
    click: async (event) => {
      clicked.push(event);
      return { tone: 'success', notice: '已通过' };
    },
    drawAnswer: answerClick,
    ready: async () => ({ ok: true, detail: { database: 'ok' } }),
    metrics: async () => 'events_total 1\n',
    logger: silentLogger,
    ...deps,
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const url = `http://127.0.0.1:${port}`;
  return {
    url,
    port,
    accepted,
    clicked,
    push: (push, headers = {}) =>
      fetch(`${url}/webhook/event`, {
        method: 'POST',
        headers: { ...headersOf(push), ...headers },
        body: push.raw,
      }),
    async dial() {
      const socket = connect(port, '127.0.0.1');
      socket.on('error', () => undefined);
      await once(socket, 'connect');
      return socket;
    },
    stop: (graceMs) => stopServer(server, graceMs),
  };
}

/** As the platform sends them. */
export function headersOf({ headers }: Push): Record<string, string> {
  return {
    'content-type': 'application/json; charset=utf-8',
    ...(headers.timestamp !== undefined && { 'x-lark-request-timestamp': headers.timestamp }),
    ...(headers.nonce !== undefined && { 'x-lark-request-nonce': headers.nonce }),
    ...(headers.signature !== undefined && { 'x-lark-signature': headers.signature }),
  };
}

/** All that a connection gives until it is closed. */
export async function readToEnd(socket: Socket): Promise<string> {
  let text = '';
  socket.setEncoding('utf8').on('data', (piece) => {
    text += piece;
  });
  if (!socket.destroyed) await once(socket, 'close');
  return text;
}

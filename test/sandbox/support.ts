import { createServer, type IncomingMessage } from 'node:http';
import { Client, DefaultCache, LoggerLevel } from '@larksuiteoapi/node-sdk';
import type { Sandbox } from '../../sandbox/start-sandbox.ts';

/** The real SDK client against the sandbox; errors of HTTP calls are thrown, logs are dropped. */
export function sdkClient(sandbox: Sandbox): Client {
  const silent = () => undefined;
  return new Client({
    appId: sandbox.app.appId,
    appSecret: sandbox.app.appSecret,
    domain: sandbox.url,
    cache: new DefaultCache(),
    loggerLevel: LoggerLevel.fatal,
    logger: { error: silent, warn: silent, info: silent, debug: silent, trace: silent },
  });
}

export interface Received {
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

export interface Receiver {
  readonly url: string;
  readonly received: readonly Received[];
  stop(): Promise<void>;
}

export interface Response {
  readonly status: number;
  readonly body: string;
  readonly afterMs?: number;
}

/** An HTTP server that keeps what it gets and answers as it is told. */
export async function startReceiver(respond: (got: Received, count: number) => Response): Promise<Receiver> {
  const received: Received[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const got = { headers: request.headers, body: Buffer.concat(chunks).toString() };
    received.push(got);
    const { status, body, afterMs = 0 } = respond(got, received.length);
    setTimeout(() => response.writeHead(status, { 'content-type': 'application/json' }).end(body), afterMs);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}/webhook/event`,
    received,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

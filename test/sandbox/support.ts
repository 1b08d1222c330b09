import { createServer, type IncomingMessage } from 'node:http';
import { Client, DefaultCache, LoggerLevel } from '@larksuiteoapi/node-sdk';
import { onTestFinished } from 'vitest';
import { type Sandbox, type SandboxOptions, startSandbox } from '../../sandbox/start-sandbox.ts';

/** A sandbox that ends with the test: no rate limits and no repeated pushes unless asked for. */
export async function openSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const sandbox = await startSandbox({ limits: 'none', repushDelaysMs: [], ...options });
  onTestFinished(() => sandbox.stop());
  return sandbox;
}

export interface Scene {
  readonly sandbox: Sandbox;
  readonly client: Client;
  readonly group: string;
  readonly person: string;
}

/** A group with one person and the bot, and the real SDK's client. */
export async function openScene(options: SandboxOptions = {}): Promise<Scene> {
  const sandbox = await openSandbox(options);
  const group = sandbox.createGroup('宣传工作群');
  const person = sandbox.createPerson('张三');
  sandbox.join(group, person);
  sandbox.addBot(group, person);
  return { sandbox, client: sdkClient(sandbox), group, person };
}

/** The real SDK client against the sandbox; its logs are dropped. */
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

export interface RefusedCall {
  readonly status: number;
  readonly code: number;
  readonly msg: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** What the platform answered to a call that the SDK rejects. Fails when the call goes through. */
export async function refusal(call: Promise<unknown>): Promise<RefusedCall> {
  try {
    await call;
  } catch (error) {
    const { response } = error as {
      response: { status: number; data: { code: number; msg: string }; headers: Record<string, string> };
    };
    return { status: response.status, ...response.data, headers: response.headers };
  }
  throw new Error('the call was not refused');
}

/** Sends a message of the bot to a chat and returns its id. */
export async function send(client: Client, chatId: string, type: string, content: unknown): Promise<string> {
  const sent = await client.im.v1.message.create({
    params: { receive_id_type: 'chat_id' },
    data: { receive_id: chatId, msg_type: type, content: JSON.stringify(content) },
  });
  return sent.data?.message_id ?? '';
}

export interface Received {
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

export interface Response {
  readonly status: number;
  readonly body?: string;
  readonly afterMs?: number;
}

export interface Receiver {
  readonly url: string;
  readonly received: readonly Received[];
}

/** An HTTP server in the bot's place: keeps what it gets, answers as told, ends with the test. */
export async function openReceiver(respond: (got: Received, count: number) => Response): Promise<Receiver> {
  const received: Received[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Uint8Array[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const got = { headers: request.headers, body: Buffer.concat(chunks).toString() };
    received.push(got);
    const { status, body = '{}', afterMs = 0 } = respond(got, received.length);
    setTimeout(() => response.writeHead(status, { 'content-type': 'application/json' }).end(body), afterMs);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(async () => {
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeAllConnections();
    await closed;
  });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return { url: `http://127.0.0.1:${port}/webhook/event`, received };
}

/** An address where nothing listens. */
export async function deadUrl(): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  await new Promise((resolve) => server.close(resolve));
  return `http://127.0.0.1:${port}/webhook/event`;
}

import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { fileURLToPath } from 'node:url';
import { createMovableClock, systemClock } from '../src/kernel/clock.ts';
import { createApi } from './api/create-api.ts';
import { createFaults } from './api/fault-rules.ts';
import type { ApiContext } from './api/gateway.ts';
import { createLimiter, PLATFORM_LIMITS } from './api/rate-limits.ts';
import { createTokens } from './api/tokens.ts';
import { awaitMessage } from './await-message.ts';
import {
  editText,
  forwardTogether,
  sayPost,
  sayText,
  sendFile,
  sendImage,
  sendSticker,
} from './content/user-messages.ts';
import { createPage } from './page/create-page.ts';
import { click } from './push/click.ts';
import { createLongConnections, type Lines } from './push/long-connection/create-long-connections.ts';
import { endpointRoute } from './push/long-connection/endpoint.ts';
import { toPlatformEvent } from './push/platform-event.ts';
import { createPusher, type Pusher } from './push/pusher.ts';
import type { Transport } from './push/transport.ts';
import { createWebhook, verifyWebhook } from './push/webhook.ts';
import type { Sandbox, SandboxOptions, SayOptions } from './sandbox.ts';
import { addBot, createGroup, join, leave, privateChat, removeBot } from './world/chats.ts';
import { createLog } from './world/log.ts';
import { type Address, messagesIn, recallMessage } from './world/messages.ts';
import { createPerson } from './world/people.ts';
import { createRandomSource } from './world/random-source.ts';
import { transcribe } from './world/transcript.ts';
import { createWorld, type World } from './world/world.ts';

export type { Sandbox, SandboxOptions } from './sandbox.ts';
export type { SandboxMessage } from './world/world.ts';

const MINUTE_MS = 60_000;
const PLATFORM_REPUSH_MS = [15_000, 5 * MINUTE_MS, 60 * MINUTE_MS, 360 * MINUTE_MS];
const PUSH_TIMEOUT_MS = 3000;
const HERE = fileURLToPath(new URL('.', import.meta.url));

/** Starts a sandbox, by default on the loopback interface. `stop()` ends it and every wait it holds. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const random = createRandomSource(options.seed ?? randomUUID());
  const world = createWorld(createMovableClock(options.startAt ?? systemClock.now()), random);
  const context: ApiContext = {
    world,
    tokens: createTokens(random),
    limiter: createLimiter(options.limits ?? PLATFORM_LIMITS),
    faults: createFaults(random),
    calls: createLog(options.logLength),
    uuids: new Map(),
    uuidRepeats: 0,
  };
  const pusher = createPusher(world, {
    delaysMs: options.repushDelaysMs ?? PLATFORM_REPUSH_MS,
    log: createLog(options.logLength),
  });
  world.changes.watch((change) => {
    const event = toPlatformEvent(world, change);
    if (event) pusher.push(event);
  });
  const timeoutMs = options.pushTimeoutMs ?? PUSH_TIMEOUT_MS;
  const lines = createLongConnections(world, { timeoutMs, clientConfig: options.clientConfig });
  const people = { ...peopleActions(world), ...consoleActions({ world, pusher, lines, timeoutMs }) };
  const { page, router, stop } = createPage({
    world,
    people,
    faults: context.faults,
    pushFaults: pusher.faults,
    codeFolder: options.pageFolder ?? HERE,
  });
  const server = createServer(createApi(context, [endpointRoute(lines), (app) => app.use(router)]));
  lines.serve(server);
  const url = await listen(server, options);
  return {
    url,
    app: world.app,
    clock: world.clock,
    page,
    ...people,
    longConnections: lines.connections,
    ...viewsOf(world),
    pushesSettled: pusher.settled,
    pushLog: pusher.log.entries,
    pushFaults: pusher.faults,
    calls: context.calls.entries,
    watchChanges: world.changes.watch,
    watchTraffic: world.traffic.watch,
    faults: context.faults,
    get uuidRepeats() {
      return context.uuidRepeats;
    },
    expireTokens: context.tokens.expireAll,
    async stop() {
      stop();
      await pusher.stop();
      lines.stop();
      await close(server);
    },
  };
}

/** What people do. */
function peopleActions(world: World) {
  const from = (senderId: string, chatId: string, options: SayOptions = {}): Address => ({
    senderId,
    chatId,
    ...options,
  });
  return {
    createPerson: (name, options) => createPerson(world, name, options),
    createGroup: (name, options) => createGroup(world, name, options),
    privateChat: (personId) => privateChat(world, personId),
    join: (chatId, personId) => join(world, chatId, personId),
    leave: (chatId, personId, how = 'left') => leave(world, chatId, personId, how),
    addBot: (chatId, operatorId) => addBot(world, chatId, operatorId),
    removeBot: (chatId, operatorId) => removeBot(world, chatId, operatorId),
    say: (personId, chatId, text, options) => sayText(world, from(personId, chatId, options), text),
    sayPost: (personId, chatId, post, options) => sayPost(world, from(personId, chatId, options), post),
    sendImage: (personId, chatId, bytes, options) => sendImage(world, from(personId, chatId, options), bytes),
    sendFile: (personId, chatId, file, options) => sendFile(world, from(personId, chatId, options), file),
    sendSticker: (personId, chatId, options) => sendSticker(world, from(personId, chatId, options)),
    forwardTogether: (personId, chatId, messageIds) =>
      forwardTogether(world, from(personId, chatId), messageIds),
    edit: (messageId, text) => editText(world, messageId, text),
    recall: (messageId) => void recallMessage(world, messageId),
  } satisfies Partial<Sandbox>;
}

interface Console {
  readonly world: World;
  readonly pusher: Pusher;
  readonly lines: Lines;
  readonly timeoutMs: number;
}

/** What the developer console sets, and clicks, which go the same way. */
function consoleActions({ world, pusher, lines, timeoutMs }: Console) {
  let address: (() => string) | undefined;
  let transport: Transport | undefined;
  const use = (next: Transport) => {
    transport = next;
    pusher.connect(next);
  };
  lines.pool.onAdded(() => use(lines.transport));
  return {
    connectWebhook(url) {
      address = typeof url === 'string' ? () => url : url;
      use(createWebhook(world, address, timeoutMs));
    },
    verifyWebhook: async () => address !== undefined && verifyWebhook(world, address(), timeoutMs),
    click: (personId, messageId, button, form = {}) =>
      click(world, transport, { personId, messageId, button, form }),
  } satisfies Partial<Sandbox>;
}

/** What a test or a page looks at. */
function viewsOf(world: World) {
  return {
    messages: (chatId) => messagesIn(world, chatId),
    awaitMessage: (chatId, fits, timeoutMs = 20_000) => awaitMessage(world, { chatId, fits, timeoutMs }),
    documents: () => [...world.documents.values()],
    uploadedFile: (fileKey) => world.files.get(fileKey),
    transcript: (chatIds) => transcribe(world, chatIds),
  } satisfies Partial<Sandbox>;
}

async function close(server: Server): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  server.closeAllConnections();
  await closed;
}

function listen(server: Server, { port = 0, host = '127.0.0.1' }: SandboxOptions): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      const address = server.address();
      const bound = typeof address === 'object' && address !== null ? address.port : port;
      resolve(`http://127.0.0.1:${bound}`);
    });
  });
}

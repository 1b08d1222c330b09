import type * as Lark from '@larksuiteoapi/node-sdk';
import type { RemoteError } from '../../kernel/errors.ts';
import type { Logger } from '../../kernel/logger.ts';
import { isLoopback, resolveDomain } from '../create-client.ts';
import { loadSdk } from '../load-sdk.ts';
import { quietLogger } from '../quiet-logger.ts';
import { askEndpoint } from './ask-endpoint.ts';
import type { Dial } from './keep-line.ts';

export interface DialOptions {
  readonly appId: string;
  readonly appSecret: string;
  /** `feishu`, `lark`, or the platform's address. */
  readonly domain: string;
  readonly logger: Logger;
  /** Without an answer to a ping for so long, a line counts as dead. Milliseconds. */
  readonly pingTimeoutMs: number;
  readonly handshakeTimeoutMs: number;
  /** Takes one event's envelope and resolves with the answer's body, if it has one; rejecting is an answer, too. */
  readonly receive: (envelope: unknown) => Promise<object | undefined>;
}

const ANSWER_MS = 10_000;

/** Opens lines with the SDK's socket client, a new client each: one that has given up may still have a socket in hand. */
export function createDial(options: DialOptions): Dial {
  const domain = resolveDomain(options.domain);
  let http: Promise<Lark.HttpInstance> | undefined;
  return async (listener) => {
    http ??= openHttp(domain);
    const sdk = loadSdk();
    const quiet = { logger: quietLogger(options.logger), loggerLevel: sdk.LoggerLevel.error };
    let failure: RemoteError | undefined;
    const client = new sdk.WSClient({
      ...quiet,
      appId: options.appId,
      appSecret: options.appSecret,
      domain,
      httpInstance: askEndpoint(await http, (error) => {
        failure = error;
      }),
      handshakeTimeoutMs: options.handshakeTimeoutMs,
      wsConfig: { pingTimeout: options.pingTimeoutMs / 1000 },
      onReady: listener.onUp,
      onReconnected: listener.onUp,
      onReconnecting: listener.onLost,
      onError: () => listener.onFailed(failure?.code ?? 'gave-up'),
    });
    await client.start({ eventDispatcher: createDispatcher(sdk, quiet, options.receive) });
    return { hangUp: () => client.close() };
  };
}

async function openHttp(domain: string): Promise<Lark.HttpInstance> {
  const { createHttp } = await import('../create-http.ts');
  const loopback = isLoopback(domain);
  return createHttp({ loopback, timeoutMs: ANSWER_MS, onTokenRefused: async () => undefined });
}

/** The SDK's own dispatcher melts header and event into one object, where a field of one hides that of the other. */
function createDispatcher(
  sdk: typeof Lark,
  quiet: { logger: Lark.Logger; loggerLevel: Lark.LoggerLevel },
  receive: DialOptions['receive'],
): Lark.EventDispatcher {
  return Object.assign(new sdk.EventDispatcher(quiet), { invoke: receive });
}

import { setTimeout as pause } from 'node:timers/promises';
import type * as Lark from '@larksuiteoapi/node-sdk';
import { RemoteError } from '../kernel/errors.ts';
import type { Logger } from '../kernel/logger.ts';
import { isTokenTrouble } from './classify-error.ts';
import { loadSdk } from './load-sdk.ts';
import { quietLogger } from './quiet-logger.ts';
import { withRetries } from './with-retries.ts';

export interface ClientOptions {
  readonly appId: string;
  readonly appSecret: string;
  /** `feishu`, `lark`, or the platform's address. */
  readonly domain: string;
  readonly logger: Logger;
  /** Longest wait for one answer. Default 10 s. */
  readonly timeoutMs?: number;
  /** Waits before the retries within one call. Default 300 ms and 1 s. */
  readonly retryDelaysMs?: readonly number[];
  readonly sleep?: (milliseconds: number) => Promise<void>;
}

/** How a call may be repeated here. read: after any passing fault. once: never, that is its caller's to decide. */
export type Repeat = 'read' | 'once';

/** Runs calls of the SDK; whatever fails comes up as `RemoteError`. */
export interface LarkClient {
  call<T>(repeat: Repeat, run: (sdk: Lark.Client) => Promise<T>): Promise<T>;
}

const DOMAINS: Readonly<Record<string, string>> = {
  feishu: 'https://open.feishu.cn',
  lark: 'https://open.larksuite.com',
};

/** The SDK and the HTTP client come with the first call: receiving must not wait for them. */
export function createClient(options: ClientOptions): LarkClient {
  let loaded: Promise<Lark.Client> | undefined;
  const load = () => {
    loaded ??= buildSdkClient(options);
    return loaded;
  };
  const delaysMs = options.retryDelaysMs ?? [300, 1_000];
  const sleep = options.sleep ?? ((milliseconds) => pause(milliseconds));
  return {
    call: (repeat, run) =>
      withRetries(() => withFreshToken(async () => runSafely(await load(), run)), {
        delaysMs: repeat === 'read' ? delaysMs : [],
        sleep,
      }),
  };
}

async function buildSdkClient(options: ClientOptions): Promise<Lark.Client> {
  const { createHttp } = await import('./create-http.ts');
  const sdk = loadSdk();
  const domain = resolveDomain(options.domain);
  // The SDK's default cache is shared by all clients of a process, whatever their domain.
  const cache = new sdk.DefaultCache();
  const key = [sdk.CTenantAccessToken, { namespace: options.appId }] as const;
  return new sdk.Client({
    appId: options.appId,
    appSecret: options.appSecret,
    domain,
    cache,
    loggerLevel: sdk.LoggerLevel.warn,
    logger: quietLogger(options.logger),
    httpInstance: createHttp({
      loopback: isLoopback(domain),
      timeoutMs: options.timeoutMs ?? 10_000,
      // Forgets only the refused token: another call may have fetched a fresh one by now.
      onTokenRefused: async (authorization) => {
        const current: unknown = await cache.get(key[0], key[1]);
        if (authorization === `Bearer ${current}`) await cache.set(key[0], '', 0, key[1]);
      },
    }),
  });
}

/** Without the slash at its end, which the SDK would double. */
export function resolveDomain(domain: string): string {
  return (DOMAINS[domain] ?? domain).replace(/\/+$/, '');
}

export function isLoopback(domain: string): boolean {
  return /^(localhost|127(\.\d+){3}|\[::1\])$/.test(new URL(domain).hostname);
}

/** A refused token has been forgotten by now, so that the second attempt fetches a fresh one. */
async function withFreshToken<T>(attempt: () => Promise<T>): Promise<T> {
  try {
    return await attempt();
  } catch (error) {
    if (error instanceof RemoteError && isTokenTrouble(error)) return attempt();
    throw error;
  }
}

async function runSafely<T>(sdk: Lark.Client, run: (sdk: Lark.Client) => Promise<T>): Promise<T> {
  try {
    return await run(sdk);
  } catch (error) {
    if (error instanceof RemoteError) throw error;
    // The SDK's own words may hold secrets; its kind of error is enough.
    throw new RemoteError('transient', 'sdk', { message: error instanceof Error ? error.name : '' });
  }
}

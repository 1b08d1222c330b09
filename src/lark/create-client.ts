import { createRequire } from 'node:module';
import { setTimeout as pause } from 'node:timers/promises';
import type * as Lark from '@larksuiteoapi/node-sdk';
import { RemoteError } from '../kernel/errors.ts';
import type { Logger } from '../kernel/logger.ts';
import { isRateLimit, isTokenTrouble } from './classify-error.ts';
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

/**
 * How a call may be repeated. read: after any passing fault. repeatable: a change that is harmless twice; not after a
 * rate limit, since its caller keeps the pace. once: never.
 */
export type Repeat = 'read' | 'repeatable' | 'once';

/** Runs calls of the SDK; whatever fails comes up as `RemoteError`. */
export interface LarkClient {
  call<T>(repeat: Repeat, run: (sdk: Lark.Client) => Promise<T>): Promise<T>;
}

const DOMAINS: Readonly<Record<string, string>> = {
  feishu: 'https://open.feishu.cn',
  lark: 'https://open.larksuite.com',
};

/** The SDK and the HTTP client come with the first call: 28 MB and 150 ms that receiving must not wait for. */
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
        delaysMs: repeat === 'once' ? [] : delaysMs,
        sleep,
        mayRetry: (error) => repeat === 'read' || !isRateLimit(error),
      }),
  };
}

async function buildSdkClient(options: ClientOptions): Promise<Lark.Client> {
  const { createHttp } = await import('./create-http.ts');
  // Required, since an import of it costs twice as much.
  const sdk: typeof Lark = createRequire(import.meta.url)('@larksuiteoapi/node-sdk');
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
function resolveDomain(domain: string): string {
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

/** The SDK hands whole requests to its logger, people's text in them. What failed is known from the error thrown. */
function quietLogger(logger: Logger): Lark.Logger {
  const say = (level: string) => (parts: unknown) => {
    const first: unknown = [parts].flat(Number.POSITIVE_INFINITY)[0];
    logger.debug({ level, what: first instanceof RemoteError ? first.code : typeof first }, 'sdk message');
  };
  return {
    error: say('error'),
    warn: say('warn'),
    info: say('info'),
    debug: say('debug'),
    trace: say('trace'),
  };
}

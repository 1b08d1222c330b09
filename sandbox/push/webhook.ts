import { isRecord } from '../is-record.ts';
import { encryptBody, envelope, signBody } from '../wire.ts';
import type { World } from '../world/world.ts';

export interface Answer {
  readonly status: number;
  readonly body: string;
}

/** Where pushes go. A long connection would be another one of these. */
export interface Transport {
  /** Rejects on connection failure (`AggregateError`/`TypeError`) and on time-out (`TimeoutError`). */
  post(body: string, headers: Record<string, string>): Promise<Answer>;
}

/** POSTs to the bot's request URL; redirects are not followed, as on the platform. */
export function createWebhook(url: string, timeoutMs: number): Transport {
  return {
    async post(body, headers) {
      const response = await fetch(url, {
        method: 'POST',
        body,
        headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
        redirect: 'manual',
        signal: AbortSignal.timeout(timeoutMs),
      });
      return { status: response.status, body: await response.text() };
    },
  };
}

export interface PushedEvent {
  readonly eventId: string;
  readonly eventType: string;
  /** Milliseconds for events, microseconds for card callbacks. */
  readonly createTime: string;
  readonly event: object;
}

/** Encrypts, signs with the sandbox's clock (each attempt anew) and posts one event. */
export function deliver(world: World, transport: Transport, pushed: PushedEvent): Promise<Answer> {
  const { app } = world;
  const identity = { token: app.verificationToken, appId: app.appId, tenantKey: app.tenantKey };
  const body = encryptBody(app.encryptKey, JSON.stringify(envelope({ ...pushed, ...identity })));
  const timestamp = String(Math.floor(world.clock.now().epochMilliseconds / 1000));
  const nonce = world.random.hex(16);
  return transport.post(body, {
    'X-Lark-Request-Timestamp': timestamp,
    'X-Lark-Request-Nonce': nonce,
    'X-Lark-Signature': signBody({ timestamp, nonce, key: app.encryptKey, body }),
  });
}

/** The console's check when the request URL is saved: encrypted, unsigned, answered with the challenge in clear. */
export async function verifyWebhook(world: World, transport: Transport): Promise<boolean> {
  const challenge = world.random.hex(32);
  const check = { challenge, token: world.app.verificationToken, type: 'url_verification' };
  try {
    const answer = await transport.post(encryptBody(world.app.encryptKey, JSON.stringify(check)), {});
    const reply: unknown = JSON.parse(answer.body);
    return answer.status === 200 && isRecord(reply) && reply.challenge === challenge;
  } catch {
    return false;
  }
}

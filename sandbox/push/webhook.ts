import { Agent, request } from 'node:http';
import { text } from 'node:stream/consumers';
import { isRecord } from '../is-record.ts';
import { encryptBody, plainEnvelope, signBody } from '../wire.ts';
import type { World } from '../world/world.ts';
import type { Answer, PushedEvent, Transport } from './transport.ts';

const agent = new Agent({ keepAlive: true });

/** Pushes to the bot's request URL, asked for at each push: encrypted, signed by the sandbox's clock (each time anew), redirects not followed. */
export function createWebhook(world: World, address: () => string, timeoutMs: number): Transport {
  return {
    async deliver(pushed, halt) {
      const body = encrypted(world, pushed);
      const { signal, release } = limitTo(timeoutMs, halt);
      try {
        return await post(address(), { body, signal, headers: signedHeaders(world, body) });
      } finally {
        release();
      }
    },
  };
}

/** The console's check when the request URL is saved: encrypted, unsigned, answered with the challenge in clear. */
export async function verifyWebhook(world: World, url: string, timeoutMs: number): Promise<boolean> {
  const challenge = world.random.hex(32);
  const check = { challenge, token: world.app.verificationToken, type: 'url_verification' };
  const body = encryptBody(world.app.encryptKey, JSON.stringify(check));
  try {
    const answer = await post(url, { body, signal: AbortSignal.timeout(timeoutMs), headers: {} });
    const reply: unknown = JSON.parse(answer.body);
    return answer.status === 200 && isRecord(reply) && reply.challenge === challenge;
  } catch {
    return false;
  }
}

/** Not `AbortSignal.any`: on Node 20 a signal that lives as long as `halt` keeps a trace of each signal made from it. */
function limitTo(timeoutMs: number, halt: AbortSignal | undefined) {
  const limit = new AbortController();
  const stop = () => limit.abort(halt?.reason);
  const timer = setTimeout(() => limit.abort(new DOMException('no answer', 'TimeoutError')), timeoutMs);
  if (halt?.aborted) stop();
  halt?.addEventListener('abort', stop, { once: true });
  return {
    signal: limit.signal,
    release() {
      clearTimeout(timer);
      halt?.removeEventListener('abort', stop);
    },
  };
}

function encrypted({ app }: World, pushed: PushedEvent): string {
  return encryptBody(app.encryptKey, JSON.stringify(plainEnvelope(app, pushed)));
}

function signedHeaders({ app, clock, random }: World, body: string): Record<string, string> {
  const timestamp = String(Math.floor(clock.now().epochMilliseconds / 1000));
  const nonce = random.hex(16);
  return {
    'X-Lark-Request-Timestamp': timestamp,
    'X-Lark-Request-Nonce': nonce,
    'X-Lark-Signature': signBody({ timestamp, nonce, key: app.encryptKey, body }),
  };
}

interface Post {
  readonly body: string;
  readonly headers: Record<string, string>;
  readonly signal: AbortSignal;
}

/** By node:http, which costs a third of `fetch`: in a soak the platform shares two processors with the bots. */
function post(url: string, { body, headers, signal }: Post): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const options = {
      method: 'POST',
      agent,
      signal,
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'content-length': Buffer.byteLength(body),
        ...headers,
      },
    };
    const fail = (error: Error) => reject(signal.aborted ? signal.reason : error);
    const call = request(url, options, (response) => {
      text(response).then((answer) => resolve({ status: response.statusCode ?? 0, body: answer }), fail);
    });
    call.on('error', fail);
    call.end(body);
  });
}

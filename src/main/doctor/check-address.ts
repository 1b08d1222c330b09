import { randomUUID } from 'node:crypto';
import type { Environment } from '../../../config/environment.ts';
import { encryptBody } from '../../lark/encrypt-body.ts';
import { parseJson } from '../../lark/parse-json.ts';
import { type Check, messageOf, pass, warn } from './check.ts';

const TIMEOUT_MS = 5_000;
const PROXY = 'the reverse proxy must pass every path to the bot; see docs/guides/operate.md';
const KEYS =
  'copy LARK_ENCRYPT_KEY and LARK_VERIFICATION_TOKEN from the developer console, and restart the bot';

type Address = Pick<Environment, 'host' | 'port' | 'publicUrl' | 'transport'>;
type Webhook = Extract<Environment['transport'], { kind: 'webhook' }>;

/** Whether the running bot is ready, takes events under these keys, and could be reached by the platform at PUBLIC_URL. */
export async function checkAddress(address: Address, running: boolean): Promise<readonly Check[]> {
  if (!running) return [pass('bot', 'not running')];
  const local = `http://${localHost(address.host)}:${address.port}`;
  const ready = await checkReady(local);
  const { transport, publicUrl } = address;
  if (transport.kind !== 'webhook' || ready.level !== 'ok') return [ready];
  const checks = [ready, await checkEvents('events', local, transport)];
  if (publicUrl === undefined) {
    return [...checks, pass('address from outside', 'not tried: PUBLIC_URL is not set')];
  }
  return [...checks, await checkOutside(publicUrl, transport)];
}

async function checkReady(base: string): Promise<Check> {
  const url = `${base}/readyz`;
  const { status, body } = await ask(url);
  if (status === '200') return pass('bot', 'running and ready');
  const found = `runs, but ${url} answered ${status}${body === '' ? '' : ` ${body.slice(0, 200)}`}`;
  return warn('bot', found, 'check HOST and PORT; the log says what is wrong');
}

async function checkOutside(publicUrl: string, keys: Webhook): Promise<Check> {
  const what = 'address from outside';
  const { status } = await ask(`${publicUrl}/healthz`);
  if (status !== '200') return warn(what, `${publicUrl}/healthz answered ${status}`, PROXY);
  return checkEvents(what, publicUrl, keys);
}

/**
 * Does as the console does when an address is saved: the bot must send the challenge back, which it does only under the
 * keys it was started with. A 401 comes from a bot with others; anything else not from the bot.
 */
async function checkEvents(what: string, base: string, keys: Webhook): Promise<Check> {
  const url = `${base}/webhook/event`;
  const challenge = randomUUID();
  const check = { type: 'url_verification', token: keys.verificationToken, challenge };
  const { status, body } = await ask(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ encrypt: encryptBody(JSON.stringify(check), keys.encryptKey) }),
  });
  if (status === '401') return warn(what, `the bot at ${url} was started with other keys`, KEYS);
  const answer = parseJson(body);
  const isOurs = answer instanceof Object && 'challenge' in answer && answer.challenge === challenge;
  if (status === '200' && isOurs) return pass(what, `${url} passes the console’s check`);
  return warn(what, `${url} answered ${status} instead of the challenge`, PROXY);
}

interface Answer {
  /** The status, or why there was none. */
  readonly status: string;
  readonly body: string;
}

async function ask(url: string, request: RequestInit = {}): Promise<Answer> {
  try {
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    const answer = await fetch(url, { ...request, signal, redirect: 'manual' });
    return { status: String(answer.status), body: await answer.text() };
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    return { status: `nothing (${messageOf(cause)})`, body: '' };
  }
}

/** Where to reach, on this machine, a server that listens on all addresses. */
function localHost(host: string): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1';
  return host.includes(':') ? `[${host}]` : host;
}

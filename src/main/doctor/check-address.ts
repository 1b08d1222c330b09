import type { Environment } from '../../../config/environment.ts';
import { type Check, messageOf, pass, warn } from './check.ts';

const TIMEOUT_MS = 5_000;
const PROXY = 'the reverse proxy must pass every path to the bot; see docs/guides/operate.md';

type Address = Pick<Environment, 'host' | 'port' | 'publicUrl' | 'transport'>;

/** Whether the running bot is ready, and whether the platform could reach it at PUBLIC_URL. */
export async function checkAddress(address: Address, running: boolean): Promise<readonly Check[]> {
  if (!running) return [pass('bot', 'not running')];
  const checks = [await checkReady(address)];
  if (address.transport.kind !== 'webhook') return checks;
  if (address.publicUrl === undefined) {
    return [...checks, pass('address from outside', 'not tried: PUBLIC_URL is not set')];
  }
  return [...checks, await checkOutside(address.publicUrl)];
}

async function checkReady({ host, port }: Address): Promise<Check> {
  const url = `http://${localHost(host)}:${port}/readyz`;
  const answer = await statusOf(url);
  if (answer === '200') return pass('bot', 'running and ready');
  return warn(
    'bot',
    `runs, but ${url} answered ${answer}`,
    'check HOST and PORT; the log says what is wrong',
  );
}

/** An unsigned push must come through to the bot, which refuses it: 401. Anything else did not come from the bot. */
async function checkOutside(publicUrl: string): Promise<Check> {
  const what = 'address from outside';
  const health = await statusOf(`${publicUrl}/healthz`);
  if (health !== '200') return warn(what, `${publicUrl}/healthz answered ${health}`, PROXY);
  const url = `${publicUrl}/webhook/event`;
  const push = await statusOf(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  });
  if (push === '401') return pass(what, `pushes to ${url} reach the bot`);
  return warn(what, `${url} answered ${push} instead of the bot’s 401`, PROXY);
}

/** The status, or why there was none. */
async function statusOf(url: string, request: RequestInit = {}): Promise<string> {
  try {
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    const answer = await fetch(url, { ...request, signal, redirect: 'manual' });
    await answer.arrayBuffer();
    return String(answer.status);
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    return `nothing (${messageOf(cause)})`;
  }
}

/** Where to reach, on this machine, a server that listens on all addresses. */
function localHost(host: string): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1';
  return host.includes(':') ? `[${host}]` : host;
}

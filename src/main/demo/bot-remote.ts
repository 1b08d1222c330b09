import { setTimeout as sleep } from 'node:timers/promises';
import type { BotOnStage } from '../../../sandbox/demo/stage.ts';
import { toStamp } from '../../kernel/clock.ts';

const CALL_MS = 5000;
const POLL_MS = 15;
/** Longest real time until a bot that may be restarting answers, or has worked off what it holds. */
const PATIENCE_MS = 30_000;
/** What is planned for later is a retry that comes soon, or a notice for the next working hour, which does not. */
const LATER_MS = 2500;

/** In ms: for one call, and in all for a bot that may be restarting. */
export interface RemotePatience {
  readonly callMs: number;
  readonly allMs: number;
}

const USUAL: RemotePatience = { callMs: CALL_MS, allMs: PATIENCE_MS };

/** Steers the bot over HTTP, as anybody could; while it is down, keeps asking. */
export function createBotRemote(url: string, patience = USUAL): BotOnStage {
  const call = (address: string, init: RequestInit) => callOnce(address, init, patience);
  const insist = (attempt: () => Promise<HttpAnswer>) => insistOn(attempt, patience);
  return {
    async follow(clock) {
      const headers = { 'content-type': 'application/json' };
      // The time is read anew for each attempt: a bot that has been restarted meanwhile goes by a later one.
      const answer = await insist(() => {
        const body = JSON.stringify({ now: toStamp(clock.now()) });
        return call(`${url}/test/clock`, { method: 'POST', body, headers });
      });
      if (answer.status !== 200) throw new Error(`/test/clock answered ${answer.status}: ${answer.body}`);
    },
    async settled(laterMs = LATER_MS) {
      const started = performance.now();
      for (;;) {
        const { body } = await insist(() => call(`${url}/metrics`, {}));
        const waited = performance.now() - started;
        if (figure(body, 'publicity_inbox_open') + figure(body, 'publicity_outbox_due') === 0) {
          if (figure(body, 'publicity_outbox_later') === 0 || waited > laterMs) return;
        }
        if (waited > patience.allMs)
          throw new Error(`the bot has not come to rest within ${patience.allMs} ms`);
        await sleep(POLL_MS);
      }
    },
  };
}

interface HttpAnswer {
  readonly status: number;
  readonly body: string;
}

async function callOnce(address: string, init: RequestInit, { callMs }: RemotePatience): Promise<HttpAnswer> {
  const response = await fetch(address, { ...init, signal: AbortSignal.timeout(callMs) });
  return { status: response.status, body: await response.text() };
}

/** Until the call gets an answer of any kind. */
async function insistOn(attempt: () => Promise<HttpAnswer>, { allMs }: RemotePatience): Promise<HttpAnswer> {
  const started = performance.now();
  for (;;) {
    try {
      return await attempt();
    } catch (cause) {
      if (performance.now() - started > allMs) {
        throw new Error(`the bot has not answered for ${allMs} ms`, { cause });
      }
    }
    await sleep(POLL_MS);
  }
}

/** A gauge out of Prometheus' text format; of one with labels, the sum. */
function figure(text: string, name: string): number {
  const values = [...text.matchAll(new RegExp(`^${name}(?:\\{[^}]*\\})? (\\S+)$`, 'gm'))];
  if (values.length === 0) throw new Error(`/metrics has no ${name}`);
  return values.reduce((sum, [, value]) => sum + Number(value), 0);
}

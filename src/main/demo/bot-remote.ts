import { setTimeout as sleep } from 'node:timers/promises';
import type { BotOnStage } from '../../../sandbox/demo/stage.ts';
import { toStamp } from '../../kernel/clock.ts';

const CALL_MS = 5000;
const POLL_MS = 15;
/** Longest real time until a bot that may be restarting answers, or has worked off what it holds. */
const PATIENCE_MS = 30_000;
/** What is planned for later is a retry that comes soon, or a notice for the next working hour, which does not. */
const LATER_MS = 2500;

/** Steers the bot over HTTP, as anybody could; while it is down, keeps asking. */
export function createBotRemote(url: string): BotOnStage {
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
        if (waited > PATIENCE_MS) throw new Error(`the bot has not come to rest within ${PATIENCE_MS} ms`);
        await sleep(POLL_MS);
      }
    },
  };
}

interface HttpAnswer {
  readonly status: number;
  readonly body: string;
}

async function call(address: string, init: RequestInit): Promise<HttpAnswer> {
  const response = await fetch(address, { ...init, signal: AbortSignal.timeout(CALL_MS) });
  return { status: response.status, body: await response.text() };
}

/** Until the call gets an answer of any kind. */
async function insist(attempt: () => Promise<HttpAnswer>): Promise<HttpAnswer> {
  const started = performance.now();
  for (;;) {
    try {
      return await attempt();
    } catch (cause) {
      if (performance.now() - started > PATIENCE_MS) {
        throw new Error(`the bot has not answered for ${PATIENCE_MS} ms`, { cause });
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

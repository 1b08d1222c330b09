import type { SendLimits } from '../store/book-sends.ts';

/** Limits of the send API: 50/s and 1,000/min an app and tenant, 5/s a chat (shared by all bots in it) and a person. */
export const PLATFORM_LIMITS: SendLimits = { perSecond: 50, perMinute: 1000, perLaneSecond: 5 };
/** For a sandbox that takes whatever comes. */
export const NO_LIMITS: SendLimits = { perSecond: 1e6, perMinute: 1e6, perLaneSecond: 1e6 };

export interface Pacer {
  /** Waits for a free slot in every window; the caller gives it back when the platform has answered. */
  take(lane: string): Promise<() => void>;
}

const SECOND = 1000;
const MINUTE = 60_000;

/**
 * A slot is free again one window after the platform's *answer*, not after our request: however the network delays a
 * request, it can then never arrive in a window that is full. Waiting lanes do not hold up others.
 */
export function createPacer(limits: SendLimits, now: () => number = () => performance.now()): Pacer {
  const app = [createWindow(limits.perSecond, SECOND), createWindow(limits.perMinute, MINUTE)];
  const lanes = new Map<string, Window>();
  const waiting: { lane: string; grant: () => void }[] = [];
  let timer: NodeJS.Timeout | undefined;

  function windowOf(lane: string): Window {
    const own = lanes.get(lane) ?? createWindow(limits.perLaneSecond, SECOND);
    lanes.set(lane, own);
    return own;
  }

  /** Milliseconds until the app itself may send again; what waits for it need not be looked at one by one. */
  const appWaitMs = (at: number) => Math.max(...app.map((window) => window.waitMs(at)));

  function pump(): void {
    clearTimeout(timer);
    timer = undefined;
    const at = now();
    for (let i = 0; i < waiting.length && appWaitMs(at) === 0; ) {
      const next = waiting[i];
      if (next === undefined) break;
      const own = windowOf(next.lane);
      if (own.waitMs(at) > 0) {
        i += 1;
        continue;
      }
      for (const window of [...app, own]) window.take();
      waiting.splice(i, 1);
      next.grant();
    }
    plan(at);
  }

  function plan(at: number): void {
    if (waiting.length === 0) return;
    const appWait = appWaitMs(at);
    const wait = appWait > 0 ? appWait : Math.min(...waiting.map(({ lane }) => windowOf(lane).waitMs(at)));
    timer = setTimeout(pump, Math.max(1, Math.ceil(Math.min(wait, SECOND))));
  }

  return {
    take: (lane) =>
      new Promise((resolve) => {
        const release = () => {
          for (const window of [...app, windowOf(lane)]) window.give(now());
          forgetIdle(lanes, now());
          pump();
        };
        waiting.push({ lane, grant: () => resolve(release) });
        pump();
      }),
  };
}

interface Window {
  /** Milliseconds until a slot may be free; 0 when one is. */
  waitMs(now: number): number;
  take(): void;
  give(now: number): void;
  isIdle(now: number): boolean;
}

function createWindow(limit: number, lengthMs: number): Window {
  let inFlight = 0;
  const answered: number[] = [];
  const prune = (now: number) => {
    while (answered[0] !== undefined && now - answered[0] >= lengthMs) answered.shift();
  };
  return {
    waitMs(now) {
      prune(now);
      if (inFlight + answered.length < limit) return 0;
      return answered[0] === undefined ? lengthMs : answered[0] + lengthMs - now;
    },
    take() {
      inFlight += 1;
    },
    give(now) {
      inFlight -= 1;
      answered.push(now);
    },
    isIdle(now) {
      prune(now);
      return inFlight === 0 && answered.length === 0;
    },
  };
}

/** Keeps the map small: a lane that has had nothing for a second needs no window. */
function forgetIdle(lanes: Map<string, Window>, now: number): void {
  if (lanes.size < 1000) return;
  for (const [lane, window] of lanes) if (window.isIdle(now)) lanes.delete(lane);
}

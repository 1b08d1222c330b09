/** How much the platform takes: per app in a second and a minute, per chat or person in a second. */
export interface PaceLimits {
  readonly perSecond: number;
  readonly perMinute: number;
  readonly perLaneSecond: number;
}

/** Limits of the send API: 50/s and 1,000/min an app and tenant, 5/s a chat (shared by all bots in it) and a person. */
export const PLATFORM_LIMITS: PaceLimits = { perSecond: 50, perMinute: 1000, perLaneSecond: 5 };

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
export function createPacer(limits: PaceLimits, now: () => number = () => performance.now()): Pacer {
  const app = [createWindow(limits.perSecond, SECOND), createWindow(limits.perMinute, MINUTE)];
  const lanes = new Map<string, Window>();
  const waiting: { lane: string; grant: () => void }[] = [];
  let timer: NodeJS.Timeout | undefined;

  function windowsOf(lane: string): Window[] {
    const own = lanes.get(lane) ?? createWindow(limits.perLaneSecond, SECOND);
    lanes.set(lane, own);
    return [...app, own];
  }

  function pump(): void {
    timer = undefined;
    const at = now();
    for (let i = 0; i < waiting.length; ) {
      const next = waiting[i];
      if (next === undefined) break;
      const windows = windowsOf(next.lane);
      if (windows.some((window) => window.waitMs(at) > 0)) {
        i += 1;
        continue;
      }
      for (const window of windows) window.take();
      waiting.splice(i, 1);
      next.grant();
    }
    plan(at);
  }

  function plan(at: number): void {
    if (timer !== undefined || waiting.length === 0) return;
    const waits = waiting.map((entry) =>
      Math.max(...windowsOf(entry.lane).map((window) => window.waitMs(at))),
    );
    timer = setTimeout(pump, Math.max(1, Math.ceil(Math.min(...waits, SECOND))));
  }

  return {
    take: (lane) =>
      new Promise((resolve) => {
        const release = () => {
          for (const window of windowsOf(lane)) window.give(now());
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
  let answered: number[] = [];
  const prune = (now: number) => {
    answered = answered.filter((at) => now - at < lengthMs);
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

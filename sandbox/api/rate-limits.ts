/** Requests allowed in a sliding second or minute, measured in real time. */
export interface RateLimits {
  readonly perSecond: number;
  readonly perMinute: number;
  readonly perChatPerSecond: number;
}

/** The platform's published figures: 50/s and 1000/min an app, 5/s a chat or a message. */
export const PLATFORM_LIMITS: RateLimits = { perSecond: 50, perMinute: 1000, perChatPerSecond: 5 };

export interface Limiter {
  /** Counts one call of the app; when it is one too many it is not counted, and the answer says how long to wait. */
  takeCall(): { readonly limit: number; readonly resetSeconds: number } | undefined;
  /** Counts one message to a chat (or one redrawing of a message); false when it is one too many. */
  takeTarget(id: string): boolean;
}

export function createLimiter(limits: RateLimits | 'none'): Limiter {
  if (limits === 'none') return { takeCall: () => undefined, takeTarget: () => true };
  const calls = [
    { limit: limits.perMinute, window: createWindow(limits.perMinute, 60_000) },
    { limit: limits.perSecond, window: createWindow(limits.perSecond, 1000) },
  ];
  const targets = new Map<string, Window>();
  return {
    takeCall() {
      const now = performance.now();
      for (const { window, limit } of calls) {
        const waitMs = window.waitMs(now);
        if (waitMs > 0) return { limit, resetSeconds: Math.ceil(waitMs / 1000) };
      }
      for (const { window } of calls) window.take(now);
      return undefined;
    },
    takeTarget(id) {
      const now = performance.now();
      const window = targets.get(id) ?? createWindow(limits.perChatPerSecond, 1000);
      targets.set(id, window);
      if (window.waitMs(now) > 0) return false;
      window.take(now);
      return true;
    },
  };
}

interface Window {
  waitMs(now: number): number;
  take(now: number): void;
}

/** Sliding window over the times of the last `limit` takes, kept in a ring. */
function createWindow(limit: number, spanMs: number): Window {
  const times: number[] = [];
  let oldest = 0;
  return {
    waitMs(now) {
      const first = times.length < limit ? undefined : times[oldest];
      return first === undefined ? 0 : Math.max(0, first + spanMs - now);
    },
    take(now) {
      if (times.length < limit) {
        times.push(now);
        return;
      }
      times[oldest] = now;
      oldest = (oldest + 1) % limit;
    },
  };
}

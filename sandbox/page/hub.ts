import type { Request, Response } from 'express';
import type { Snapshot, Update } from './view.ts';

/** Bytes a browser may lag behind; it is then cut off, comes back by itself and gets everything anew. */
const LAG_MAX = 8 * 1024 * 1024;
const HEARTBEAT_MS = 20_000;

/** All browsers that look on. Each gets everything at first, then what changes. */
export interface Hub {
  join(request: Request, response: Response): void;
  /** Tells all of them; changes of one moment go out together. */
  tell(change: Omit<Update, 'nowMs'>): void;
  stop(): void;
}

/** `snapshot` says how everything stands now. */
export function createHub(snapshot: () => Snapshot, nowMs: () => number): Hub {
  const browsers = new Set<Response>();
  let pending: Omit<Update, 'nowMs'> | undefined;
  const flush = () => {
    if (pending === undefined) return;
    const update: Update = { ...pending, nowMs: nowMs() };
    pending = undefined;
    for (const browser of browsers) send(browser, 'update', update);
  };
  const heartbeat = setInterval(() => {
    for (const browser of browsers) browser.write(': still here\n\n');
  }, HEARTBEAT_MS);
  heartbeat.unref();
  return {
    join(request, response) {
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
      // What is pending is in the snapshot already; sent once more it does no harm.
      send(response, 'snapshot', snapshot());
      browsers.add(response);
      request.once('close', () => browsers.delete(response));
    },
    tell(change) {
      if (browsers.size === 0) return;
      if (pending === undefined) setImmediate(flush);
      pending = merge(pending ?? {}, change);
    },
    stop() {
      clearInterval(heartbeat);
      for (const browser of browsers) browser.end();
    },
  };
}

/** Later states take the place of earlier ones; messages and traffic are joined. */
function merge(earlier: Omit<Update, 'nowMs'>, later: Omit<Update, 'nowMs'>): Omit<Update, 'nowMs'> {
  const messages = [...(earlier.messages ?? []), ...(later.messages ?? [])];
  const traffic = [...(earlier.traffic ?? []), ...(later.traffic ?? [])];
  return {
    ...earlier,
    ...later,
    ...(messages.length > 0 && { messages }),
    ...(traffic.length > 0 && { traffic }),
  };
}

function send(browser: Response, event: 'snapshot' | 'update', data: Snapshot | Update): void {
  browser.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  if (browser.writableLength > LAG_MAX && event === 'update') browser.destroy();
}

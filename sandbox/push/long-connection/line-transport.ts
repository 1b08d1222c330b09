import { plainEnvelope } from '../../wire.ts';
import type { World } from '../../world/world.ts';
import type { Transport } from '../transport.ts';
import type { Line } from './line.ts';

/** Sends each event to one of the open lines, whichever, in clear: the socket itself is what is protected. */
export function createLineTransport(
  world: World,
  lines: () => readonly Line[],
  timeoutMs: number,
): Transport {
  return {
    async deliver(pushed, halt) {
      const open = lines();
      const line = open[Math.floor(world.random.dice() * open.length)];
      if (line === undefined) throw new Error('no long connection is open');
      const messageId = world.random.hex(32);
      const limit = AbortSignal.timeout(timeoutMs);
      const over = aborted(halt === undefined ? limit : AbortSignal.any([limit, halt]));
      try {
        return await Promise.race([line.send(messageId, plainEnvelope(world.app, pushed)), over]);
      } finally {
        line.forget(messageId);
      }
    },
  };
}

function aborted(signal: AbortSignal): Promise<never> {
  const over = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
  over.catch(() => undefined);
  return over;
}

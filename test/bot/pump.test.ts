import { expect, it, onTestFinished } from 'vitest';
import { createPump, type PumpOptions } from '../../src/bot/pump.ts';
import { silentLogger } from '../../src/kernel/logger.ts';

/** A pump over a list in memory; `work` runs until it is told how to end. */
function pumpOver(pieces: number[], options: Partial<PumpOptions<number>> = {}) {
  const ends = new Map<number, (error?: Error) => void>();
  const given: number[] = [];
  const pump = createPump<number>({
    parallel: 2,
    take: async (most) => pieces.splice(0, most),
    work: (piece) =>
      new Promise((resolve, reject) => {
        ends.set(piece, (error) => (error ? reject(error) : resolve()));
      }),
    giveBack: async (piece) => {
      given.push(piece);
    },
    logger: silentLogger,
    ...options,
  });
  onTestFinished(() => {
    for (const end of ends.values()) end();
    return pump.stop();
  });
  return { pump, ends, given, started: () => [...ends.keys()] };
}

/** Long enough for whatever is ready, far shorter than the pump's own look. */
const soon = () => new Promise((resolve) => setTimeout(resolve, 20));

it('works on as many at once as it may, and takes the next when one ends', async () => {
  const { ends, started } = pumpOver([1, 2, 3, 4]);
  await soon();
  expect(started()).toEqual([1, 2]);
  ends.get(2)?.();
  await soon();
  expect(started()).toEqual([1, 2, 3]);
});

it('takes what came in while it slept as soon as it is woken', async () => {
  const pieces: number[] = [];
  const { pump, started } = pumpOver(pieces);
  await soon();
  pieces.push(1);
  pump.wake();
  await soon();
  expect(started()).toEqual([1]);
});

it('looks by itself for what came due without anybody waking it', async () => {
  const pieces: number[] = [];
  const { started } = pumpOver(pieces);
  await soon();
  pieces.push(1);
  await expect.poll(started, { timeout: 20_000 }).toEqual([1]);
});

it('finishes what is in hand when it is stopped, and takes nothing new', async () => {
  const { pump, ends, started } = pumpOver([1, 2, 3]);
  await soon();
  let stopped = false;
  const stopping = pump.stop().then(() => {
    stopped = true;
  });
  ends.get(1)?.();
  await soon();
  expect(stopped).toBe(false);
  ends.get(2)?.();
  await stopping;
  expect(started()).toEqual([1, 2]);
});

it('stops at once when there is nothing in hand', { retry: 3 }, async () => {
  const { pump } = pumpOver([]);
  await soon();
  const before = performance.now();
  await pump.stop();
  expect(performance.now() - before).toBeLessThan(450);
});

it('goes on after the queue could not be read', async () => {
  let tries = 0;
  const { pump, started } = pumpOver([], {
    take: async () => {
      tries += 1;
      if (tries === 1) throw new Error('database is locked');
      return tries === 2 ? [7] : [];
    },
  });
  await soon();
  expect(started()).toEqual([]);
  pump.wake();
  await soon();
  expect(started()).toEqual([7]);
});

it('gives back what could not be brought to an end, until that succeeds', async () => {
  let refusals = 1;
  const given: number[] = [];
  const { ends, started } = pumpOver([1, 2, 3], {
    giveBack: async (piece) => {
      if (refusals-- > 0) throw new Error('disk full');
      given.push(piece);
    },
  });
  await soon();
  ends.get(1)?.(new Error('disk full'));
  await expect.poll(() => given, { timeout: 20_000 }).toEqual([1]);
  await expect.poll(started).toEqual([1, 2, 3]);
});

it('gives back what is in hand when there is no time to finish it', async () => {
  const { pump, ends, given } = pumpOver([1, 2, 3]);
  await soon();
  ends.get(1)?.();
  await soon();
  const stopping = pump.stop();
  await pump.abandon();
  expect(given.sort()).toEqual([2, 3]);
  for (const end of ends.values()) end();
  await stopping;
});

it('takes nothing new when it gives back, and gives back what it was just taking', async () => {
  const { pump, given, started } = pumpOver([1, 2, 3, 4, 5], { parallel: 4 });
  await pump.abandon();
  pump.wake();
  await soon();
  expect(given).toEqual(started());
  expect(started()).toEqual([1, 2, 3, 4]);
});

it('says why it gives back what could not be brought to an end', async () => {
  const reasons: unknown[] = [];
  const { ends } = pumpOver([1], {
    giveBack: async (_, reason) => {
      reasons.push(reason);
    },
  });
  await soon();
  const full = new Error('disk full');
  ends.get(1)?.(full);
  await expect.poll(() => reasons).toEqual([full]);
});

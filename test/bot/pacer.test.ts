import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createPacer, PLATFORM_LIMITS } from '../../src/bot/pacer.ts';
import type { SendLimits } from '../../src/store/book-sends.ts';

/** A time line of its own: the pacer's timers and its clock move together, by hand. */
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
});
afterEach(() => {
  vi.useRealTimers();
});

const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Lets the seconds go by until it is done. */
async function passTime(work: Promise<unknown>): Promise<void> {
  let done = false;
  const end = work.then(() => {
    done = true;
  });
  while (!done) await vi.advanceTimersByTimeAsync(1000);
  await end;
}

/** Dice that always fall the same way: a small linear congruential generator. */
function createDice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

interface Arrival {
  readonly lane: string;
  /** When the request reached the platform, somewhere between its start and its answer. */
  readonly at: number;
}

/** Sends everything at once through a pacer, over a network that takes between `fastest` and `slowest` ms. */
async function sendAll(
  lanes: readonly string[],
  limits: SendLimits,
  network: { fastest: number; slowest: number; seed: number },
): Promise<readonly Arrival[]> {
  const dice = createDice(network.seed);
  const pacer = createPacer(limits);
  const arrivals: Arrival[] = [];
  const sending = lanes.map(async (lane) => {
    const release = await pacer.take(lane);
    const whole = network.fastest + dice() * (network.slowest - network.fastest);
    const out = whole * dice();
    await wait(out);
    arrivals.push({ lane, at: performance.now() });
    await wait(whole - out);
    release();
  });
  await passTime(Promise.all(sending));
  return arrivals.toSorted((a, b) => a.at - b.at);
}

/** The most arrivals within any window of this length. */
function fullest(arrivals: readonly Arrival[], windowMs: number): number {
  let most = 0;
  let start = 0;
  for (const [end, { at }] of arrivals.entries()) {
    while (at - (arrivals[start]?.at ?? at) >= windowMs) start += 1;
    most = Math.max(most, end - start + 1);
  }
  return most;
}

/** Arrivals a millisecond, once the first burst has filled the window. */
function rate(arrivals: readonly Arrival[], burst: number): number {
  const [from, to] = [arrivals[burst - 1]?.at ?? 0, arrivals.at(-1)?.at ?? 0];
  return (arrivals.length - burst) / (to - from);
}

function spread(count: number, lanes: number): string[] {
  return Array.from({ length: count }, (_, i) => `lane ${i % lanes}`);
}

describe('the pace', () => {
  it.each([
    ['a quick network', { fastest: 1, slowest: 20, seed: 1 }],
    ['a slow one', { fastest: 50, slowest: 900, seed: 2 }],
    ['one that stalls for longer than a window', { fastest: 1, slowest: 3000, seed: 3 }],
  ])('fits into every window of the platform over %s', async (_, network) => {
    const arrivals = await sendAll(spread(2200, 300), PLATFORM_LIMITS, network);
    expect(arrivals).toHaveLength(2200);
    expect(fullest(arrivals, 1000)).toBeLessThanOrEqual(50);
    expect(fullest(arrivals, 60_000)).toBeLessThanOrEqual(1000);
  });

  it('fits into the window of one chat', async () => {
    const arrivals = await sendAll(spread(200, 2), PLATFORM_LIMITS, { fastest: 5, slowest: 600, seed: 4 });
    for (const name of ['lane 0', 'lane 1']) {
      const own = arrivals.filter(({ lane }) => lane === name);
      expect(own).toHaveLength(100);
      expect(fullest(own, 1000)).toBeLessThanOrEqual(5);
    }
  });

  it('uses at least 95 % of the minute that the platform gives, even over a slow network', async () => {
    const arrivals = await sendAll(spread(5000, 1000), PLATFORM_LIMITS, {
      fastest: 50,
      slowest: 800,
      seed: 5,
    });
    expect(rate(arrivals, PLATFORM_LIMITS.perMinute) * 60_000).toBeGreaterThanOrEqual(950);
  });

  it('uses at least 95 % of the second over a network of up to 40 ms', async () => {
    const limits = { ...PLATFORM_LIMITS, perMinute: 1e6 };
    const arrivals = await sendAll(spread(1000, 500), limits, { fastest: 1, slowest: 40, seed: 6 });
    expect(rate(arrivals, limits.perSecond) * 1000).toBeGreaterThanOrEqual(47.5);
  });
});

describe('fairness', () => {
  it('lets nobody wait for a chat that is full', async () => {
    const pacer = createPacer(PLATFORM_LIMITS);
    const order: string[] = [];
    const take = async (lane: string) => {
      const release = await pacer.take(lane);
      order.push(lane);
      release();
    };
    const all = [...Array.from({ length: 12 }, () => take('busy')), take('quiet')];
    await vi.advanceTimersByTimeAsync(0);
    expect(order).toEqual(['busy', 'busy', 'busy', 'busy', 'busy', 'quiet']);
    await vi.advanceTimersByTimeAsync(3000);
    await Promise.all(all);
    expect(order).toHaveLength(13);
  });

  it('keeps the order within a chat', async () => {
    const pacer = createPacer({ ...PLATFORM_LIMITS, perLaneSecond: 2 });
    const order: number[] = [];
    const all = Array.from({ length: 9 }, async (_, number) => {
      const release = await pacer.take('one');
      order.push(number);
      release();
    });
    await passTime(Promise.all(all));
    expect(order).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it('waits for an answer that never comes with that one slot alone', async () => {
    const pacer = createPacer({ perSecond: 2, perMinute: 100, perLaneSecond: 2 });
    await pacer.take('hangs');
    let sent = 0;
    const all = Array.from({ length: 5 }, async (_, number) => {
      const release = await pacer.take(`other ${number}`);
      sent += 1;
      release();
    });
    await vi.advanceTimersByTimeAsync(5000);
    await Promise.all(all);
    expect(sent).toBe(5);
  });
});

it('keeps one timer, however many wait', async () => {
  const pacer = createPacer({ perSecond: 1, perMinute: 100, perLaneSecond: 1 });
  for (let i = 0; i < 50; i += 1) void pacer.take('one').then((release) => release());
  await vi.advanceTimersByTimeAsync(1500);
  expect(vi.getTimerCount()).toBe(1);
});

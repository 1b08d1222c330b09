import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { silentLogger } from '../../src/kernel/logger.ts';
import { keepLine, type LineListener } from '../../src/lark/long-connection/keep-line.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const PATIENCE = { firstWaitMs: 1000, longestWaitMs: 8000, attemptMs: 60_000 };

/** A kept line whose dialling only notes when it was asked for; what becomes of it is said by hand. */
function keep() {
  const dialled: number[] = [];
  const lines: { listener: LineListener; hungUp: boolean }[] = [];
  const kept = keepLine(
    async (listener) => {
      dialled.push(performance.now());
      const line = { listener, hungUp: false };
      lines.push(line);
      return {
        hangUp() {
          line.hungUp = true;
        },
      };
    },
    PATIENCE,
    silentLogger,
  );
  const last = () => {
    const line = lines.at(-1);
    if (line === undefined) throw new Error('nothing was dialled');
    return line.listener;
  };
  return { kept, dialled, lines, last };
}

describe('a kept line', () => {
  it('is dialled again after waits that grow to a bound, each shortened by chance to half at most', async () => {
    const { dialled, last } = keep();
    for (let failure = 0; failure < 6; failure += 1) {
      last().onFailed('514');
      await vi.advanceTimersByTimeAsync(8000);
    }

    const bounds = [1000, 2000, 4000, 8000, 8000, 8000];
    const at = (index: number) => dialled[index] ?? Number.NaN;
    const failedAt = (index: number) => at(0) + index * 8000;
    for (const [index, bound] of bounds.entries()) {
      const wait = at(index + 1) - failedAt(index);
      expect(wait).toBeGreaterThanOrEqual(bound / 2);
      expect(wait).toBeLessThanOrEqual(bound);
    }
  });

  it('begins with the first wait again once it has been up', async () => {
    const { dialled, last } = keep();
    for (let failure = 0; failure < 4; failure += 1) {
      last().onFailed('network');
      await vi.advanceTimersByTimeAsync(8000);
    }
    last().onUp();
    last().onLost();
    last().onFailed('network');
    const before = dialled.length;

    await vi.advanceTimersByTimeAsync(1000);

    expect(dialled.length).toBe(before + 1);
  });

  it('is hung up and dialled anew when nothing has come of it for a minute', async () => {
    const { kept, lines, dialled } = keep();

    await vi.advanceTimersByTimeAsync(59_000);
    expect(kept.state()).toBe('connecting');
    await vi.advanceTimersByTimeAsync(1000);
    expect([kept.state(), lines[0]?.hungUp]).toEqual(['failed', true]);
    await vi.advanceTimersByTimeAsync(1000);

    expect([kept.state(), dialled.length]).toEqual(['connecting', 2]);
  });

  it('tells for how long it has been down', async () => {
    const { kept, last } = keep();
    expect(kept.downMs()).toBe(Number.POSITIVE_INFINITY);
    last().onUp();
    await vi.advanceTimersByTimeAsync(5000);
    expect(kept.downMs()).toBe(0);

    last().onLost();
    await vi.advanceTimersByTimeAsync(1000);
    last().onFailed('514');
    await vi.advanceTimersByTimeAsync(2000);

    expect(kept.downMs()).toBe(3000);
  });

  it('stays down once it is stopped, whatever is still reported', async () => {
    const { kept, lines, dialled, last } = keep();
    last().onUp();
    await vi.advanceTimersByTimeAsync(0);
    kept.stop();
    last().onFailed('network');

    await vi.advanceTimersByTimeAsync(120_000);

    expect([lines[0]?.hungUp, dialled.length]).toEqual([true, 1]);
  });

  it('is dialled again when dialling itself breaks down', async () => {
    let calls = 0;
    const kept = keepLine(() => Promise.reject(new Error(`bug ${++calls}`)), PATIENCE, silentLogger);

    await vi.advanceTimersByTimeAsync(1000);

    expect([kept.state(), calls]).toEqual(['failed', 2]);
    kept.stop();
  });
});

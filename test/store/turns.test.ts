import { describe, expect, it } from 'vitest';
import { Turns } from '../../src/store/turns.ts';

/** Takes turns under names and notes who had one, and whether two ever had one at once. */
function watchTurns() {
  const turns = new Turns();
  const had: string[] = [];
  let inside = 0;
  let most = 0;
  const use = async (name: string, taking: Promise<void>) => {
    await taking;
    inside += 1;
    most = Math.max(most, inside);
    had.push(name);
    await new Promise((resolve) => setTimeout(resolve, 1));
    inside -= 1;
    turns.give();
  };
  return {
    had,
    mostAtOnce: () => most,
    ordinary: (name: string) => use(name, turns.take()),
    urgent: (name: string, callers = 1) => use(name, turns.takeFirst(callers)),
  };
}

describe('turns', () => {
  it('are had one at a time, in the order of asking', async () => {
    const { ordinary, had, mostAtOnce } = watchTurns();
    await Promise.all(['a', 'b', 'c', 'd'].map(ordinary));
    expect(had).toEqual(['a', 'b', 'c', 'd']);
    expect(mostAtOnce()).toBe(1);
  });

  it('go first to what the platform waits for, and everybody else still gets on', async () => {
    const { ordinary, urgent, had, mostAtOnce } = watchTurns();
    await Promise.all([ordinary('a'), ordinary('b'), urgent('event'), ordinary('c'), urgent('another')]);
    expect(had).toEqual(['a', 'event', 'another', 'b', 'c']);
    expect(mostAtOnce()).toBe(1);
  });

  it('of ordinary work come further apart in a flood, and never stop', async () => {
    const { ordinary, urgent, had } = watchTurns();
    const before = performance.now();
    const flood = (async () => {
      for (let n = 0; n < 20; n += 1) await urgent('event', 50);
    })();
    await Promise.all([flood, ...Array.from({ length: 4 }, () => ordinary('work'))]);
    expect(had.filter((name) => name === 'work')).toHaveLength(4);
    expect(performance.now() - before).toBeGreaterThan(20);
  });

  it('leave the event loop room between one and the next', async () => {
    const { ordinary, had } = watchTurns();
    const rounds: number[] = [];
    setImmediate(() => rounds.push(had.length));
    await Promise.all(['a', 'b', 'c'].map(ordinary));
    expect(rounds[0]).toBeLessThan(3);
  });
});

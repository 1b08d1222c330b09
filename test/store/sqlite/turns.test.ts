import { setImmediate as nextRound, setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { Turns } from '../../../src/store/sqlite/turns.ts';

/** Takes a turn, notes its name and gives it back at once. */
async function visit(turns: Turns, log: string[], name: string): Promise<void> {
  await turns.take();
  log.push(name);
  turns.give();
}

async function storeFirst(turns: Turns, log: string[], callers = 1): Promise<void> {
  await turns.takeFirst(callers);
  log.push('events');
  turns.give();
}

test('one at a time, in the order of asking', async () => {
  const turns = new Turns();
  const log: string[] = [];
  await turns.take();
  const others = ['a', 'b', 'c'].map((name) => visit(turns, log, name));
  await nextRound();
  expect(log).toEqual([]);
  turns.give();
  await Promise.all(others);
  expect(log).toEqual(['a', 'b', 'c']);
});

test('events go before everybody who waits, but not into a turn that has begun', async () => {
  const turns = new Turns();
  const log: string[] = [];
  await turns.take();
  const all = [visit(turns, log, 'a'), visit(turns, log, 'b'), storeFirst(turns, log)];
  log.push('end of the first');
  turns.give();
  await Promise.all(all);
  expect(log).toEqual(['end of the first', 'events', 'a', 'b']);
});

test('somebody who waits gets on between one batch of events and the next', async () => {
  const turns = new Turns();
  const log: string[] = [];
  await turns.takeFirst(1);
  const waiting = visit(turns, log, 'a');
  await nextRound();
  turns.give();
  await storeFirst(turns, log);
  await waiting;
  expect(log).toEqual(['a', 'events']);
});

test('however much there is to do, the event loop comes round between two ordinary turns', async () => {
  const turns = new Turns();
  const log: string[] = [];
  const busy = Promise.all(['a', 'b', 'c'].map((name) => visit(turns, log, name)));
  await nextRound();
  expect(log.length).toBeLessThan(3);
  await busy;
  expect(log).toEqual(['a', 'b', 'c']);
});

test('in a flood ordinary turns come further apart, and all the same they come', async () => {
  const turns = new Turns();
  const log: string[] = [];
  await storeFirst(turns, log, 50);
  const begin = performance.now();
  const others = Promise.all([visit(turns, log, 'a'), visit(turns, log, 'b')]);
  await pause(5);
  expect(log).toEqual(['events', 'a']);
  await others;
  expect(performance.now() - begin).toBeGreaterThan(15);
  expect(log).toEqual(['events', 'a', 'b']);
});

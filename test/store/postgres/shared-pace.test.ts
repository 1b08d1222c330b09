import { describe, expect, it, onTestFinished } from 'vitest';
import { startSandbox } from '../../../sandbox/start-sandbox.ts';
import type { Pacer } from '../../../src/bot/pacer.ts';
import { SharedPacer } from '../../../src/bot/shared-pacer.ts';
import { randomIds } from '../../../src/kernel/ids.ts';
import { silentLogger } from '../../../src/kernel/logger.ts';
import { createLarkPlatform } from '../../../src/lark/create-platform.ts';
import type { SendLimits } from '../../../src/store/book-sends.ts';
import type { Store } from '../../../src/store/create-store.ts';
import { openReplicas } from './open-postgres-store.ts';

const LIMITS: SendLimits = { perSecond: 20, perMinute: 1000, perLaneSecond: 5 };

function pacerOf(store: Store | undefined, limits = LIMITS): Pacer {
  if (store?.bookSends === undefined) throw new Error('nothing to share');
  return new SharedPacer({ limits, book: store.bookSends, ids: randomIds });
}

const SECOND = 1000;

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** A platform that refuses what is too much, and never asks twice. */
async function openPlatform() {
  const { perLaneSecond: perChatPerSecond, ...app } = LIMITS;
  const sandbox = await startSandbox({ limits: { ...app, perChatPerSecond } });
  onTestFinished(() => sandbox.stop());
  const { appId, appSecret } = sandbox.app;
  const platform = createLarkPlatform({
    appId,
    appSecret,
    domain: sandbox.url,
    logger: silentLogger,
    retryDelaysMs: [],
  });
  await platform.botId();
  // What it has been asked so far counts as well.
  await pause(1100);
  return { sandbox, platform };
}

describe('the pace of several processes', () => {
  it('fits into the windows of the platform, uses them, and keeps the order of each chat', async () => {
    const { stores } = await openReplicas(3);
    const { sandbox, platform } = await openPlatform();
    const chats = Array.from({ length: 15 }, (_, n) => {
      const chat = sandbox.createGroup(`群 ${n}`);
      sandbox.addBot(chat, sandbox.createPerson(`人 ${n}`));
      return chat;
    });
    const pacers = stores.map((store) => pacerOf(store));
    const sent = new Map<string, number[]>();
    let takenMs = 0;
    const send = async (n: number) => {
      const chatId = chats[n % chats.length] ?? '';
      // A chat belongs to one process, as it does while one message of it at a time is in hand.
      const release = await (pacers[(n % chats.length) % pacers.length] as Pacer).take(chatId);
      const at = performance.now();
      sent.set(chatId, [...(sent.get(chatId) ?? []), n]);
      await platform.send({ kind: 'chat', chatId }, { kind: 'notice', text: `${n}` }, `uuid ${n}`);
      release();
      takenMs += performance.now() - at + SECOND;
    };
    const begun = performance.now();
    await Promise.all(Array.from({ length: 60 }, (_, n) => send(n)));

    expect([...sent.values()].flat()).toHaveLength(60);
    for (const numbers of sent.values()) expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
    // Of the time of all slots, the part in which they were taken; the rest went by between processes and database.
    const offeredMs = LIMITS.perSecond * (performance.now() - begun + SECOND);
    expect(takenMs / offeredMs).toBeGreaterThan(0.8);
  });

  it('holds a slot for as long as its answer is out, and one window longer', async () => {
    const { stores } = await openReplicas(2);
    const one = { ...LIMITS, perSecond: 1 };
    const [first, second] = stores.map((store) => pacerOf(store, one));
    const release = await first?.take('slow');
    const next = second?.take('other').then(() => performance.now());
    await pause(1500);
    const released = performance.now();
    release?.();
    expect(await next).toBeGreaterThanOrEqual(released + SECOND);
  });

  it('lets nobody wait for a chat that is full, in whichever process', async () => {
    const { stores } = await openReplicas(2);
    const [first, second] = stores.map((store) => pacerOf(store));
    const taken: (() => void)[] = [];
    const take = async (pacer: Pacer | undefined, lane: string) => {
      const release = await pacer?.take(lane);
      if (release !== undefined) taken.push(release);
    };
    for (let n = 0; n < LIMITS.perLaneSecond; n += 1) await take(first, 'busy');
    const order: string[] = [];
    const busy = take(second, 'busy').then(() => order.push('busy'));
    const quiet = take(second, 'quiet').then(() => order.push('quiet'));
    await quiet;
    for (const release of taken) release();
    await busy;
    expect(order).toEqual(['quiet', 'busy']);
  });

  it('gets the slots back of a process that died', async () => {
    const { stores } = await openReplicas(2);
    const wanted = Array.from({ length: LIMITS.perSecond }, (_, n) => ({ id: `${n}`, lane: `${n}` }));
    const dead = await stores[0]?.bookSends?.({ limits: LIMITS, seen: [], wanted });
    expect(dead).toMatchObject({ granted: new Set(wanted.map(({ id }) => id)), isFull: true });
    expect(dead?.waitMs).toBeLessThanOrEqual(SECOND);
    await expect(pacerOf(stores[1]).take('other')).resolves.toBeTypeOf('function');
  });

  it('counts the minute as well', async () => {
    const { stores } = await openReplicas(1);
    const limits = { perSecond: 50, perMinute: 3, perLaneSecond: 5 };
    const wanted = Array.from({ length: 5 }, (_, n) => ({ id: `${n}`, lane: `${n}` }));
    const booked = await stores[0]?.bookSends?.({ limits, seen: [], wanted });
    expect(booked?.granted).toEqual(new Set(['0', '1', '2']));
    const again = await stores[0]?.bookSends?.({ limits, seen: [{ id: '0', ageMs: 0 }], wanted });
    expect(again).toMatchObject({ granted: new Set(), isFull: true });
    expect(again?.waitMs).toBeGreaterThan(50_000);
  });
});

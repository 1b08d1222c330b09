import { join } from 'node:path';
import { loadSettings } from '../config/load.ts';
import type { Sandbox } from '../sandbox/sandbox.ts';
import { startSandbox } from '../sandbox/start-sandbox.ts';
import { createCalendars } from '../src/bot/calendar/create-calendars.ts';
import { loadRegistry, loadSchedules } from '../src/bot/load-parts.ts';
import { createOutboxSender } from '../src/bot/outbox-sender.ts';
import { createPacer, PLATFORM_LIMITS } from '../src/bot/pacer.ts';
import { runDueSchedules } from '../src/bot/run-schedules.ts';
import { createMovableClock, toStamp } from '../src/kernel/clock.ts';
import { silentLogger } from '../src/kernel/logger.ts';
import { createLarkPlatform } from '../src/lark/create-platform.ts';
import { openStore, type Store } from '../src/store/create-store.ts';
import { countMessages, linesOf } from './count-messages.ts';
import { inTemporaryFolder } from './in-temporary-folder.ts';
import { instantOf } from './play/still-clock.ts';

/** What came of so many groups that are due at the same minute. Times are real: the clock is not sped up. */
export interface FanOut {
  readonly groups: number;
  readonly messages: number;
  /** From the tick to the platform's last answer. */
  readonly seconds: number;
  /** The least that the platform's limits allow for so many messages, those that were refused on purpose included. */
  readonly allowedSeconds: number;
  /** Calls that the platform refused for their frequency, beyond those it was told to refuse. */
  readonly refused: number;
  readonly injected: number;
  /** Messages that never came, came twice, or came in the wrong order within their chat. */
  readonly missing: number;
  readonly double: number;
  readonly disordered: number;
}

const DUTY_MORNING = '2026-11-20T09:59';
const ROUND = '2026-11-20T10:00';
const WRITES = /\/im\/v1\/messages$/;

/** Lets the round of so many groups go out through the real sender, pacer and client to a sandbox that counts. */
export function fanOut(groups: number, injected: number): Promise<FanOut> {
  return inTemporaryFolder(async (folder) => {
    const sandbox = await startSandbox({ seed: `fan-out ${groups}` });
    const clock = createMovableClock(instantOf(DUTY_MORNING));
    const defaults = loadSettings('config/bot.yaml');
    const store = await openStore({
      url: `file:${join(folder, 'bot.db')}`,
      clock,
      defaults,
      exclusive: true,
    });
    try {
      const chats = await settle(sandbox, store, groups);
      clock.moveTo(instantOf(ROUND));
      await plan(store, chats, clock);
      sandbox.faults.add({ path: WRITES, kind: 'rate-limit', times: injected, probability: 0.05 });
      const seconds = await sendAll({ sandbox, store, clock });
      return { groups, seconds, injected, ...countMessages(sandbox, chats, injected) };
    } finally {
      await store.close();
      await sandbox.stop();
    }
  });
}

/** Groups on the platform and in the database, each with a department that has sent nothing. */
async function settle(sandbox: Sandbox, store: Store, groups: number): Promise<readonly string[]> {
  const person = sandbox.createPerson('correspondent');
  const at = toStamp(instantOf('2026-11-01T09:00'));
  const chats: string[] = [];
  for (let nth = 0; nth < groups; nth += 1) {
    const chat = sandbox.createGroup(`group ${nth}`);
    sandbox.join(chat, person);
    sandbox.addBot(chat, person);
    chats.push(chat);
  }
  await store.transaction(async ({ groups: known, departments, people }) => {
    for (const id of chats) {
      await known.ensure(id, id, at);
      await known.enable(id, at, person);
      await people.join(id, [person], at);
      await departments.add({
        id: `department of ${id}`,
        groupId: id,
        name: 'department',
        openedOn: '2026-01-01',
      });
      await departments.addReporter(`department of ${id}`, {
        personId: person,
        kind: 'main',
        from: '2026-01-01',
      });
    }
  });
  return chats;
}

/** The tick of the minute, and in some chats numbered lines behind the card. */
async function plan(
  store: Store,
  chats: readonly string[],
  clock: ReturnType<typeof createMovableClock>,
): Promise<void> {
  await runDueSchedules(await loadSchedules(), {
    store,
    clock,
    calendars: createCalendars(),
    locale: 'zh-CN',
    logger: silentLogger,
    onPlanned: () => undefined,
  });
  await store.transaction(async ({ outbox }) => {
    for (const [nth, chatId] of chats.entries()) {
      for (const text of linesOf(nth)) {
        const target = { kind: 'chat', chatId } as const;
        await outbox.add({
          key: `${text} ${chatId}`,
          groupId: chatId,
          target,
          message: { kind: 'notice', text },
        });
      }
    }
  });
}

/** Seconds until nothing is left to send. */
async function sendAll({
  sandbox,
  store,
  clock,
}: {
  sandbox: Sandbox;
  store: Store;
  clock: ReturnType<typeof createMovableClock>;
}): Promise<number> {
  const platform = createLarkPlatform({
    appId: sandbox.app.appId,
    appSecret: sandbox.app.appSecret,
    domain: sandbox.url,
    logger: silentLogger,
  });
  const none = () => Promise.reject(new Error('no reports here'));
  const start = performance.now();
  const sender = createOutboxSender({
    store,
    platform,
    clock,
    logger: silentLogger,
    locale: 'zh-CN',
    registry: await loadRegistry(),
    pacer: createPacer(PLATFORM_LIMITS),
    renderer: { render: none, renderWithout: none, renderCards: none, renderSample: none },
    templates: [],
    blobs: { put: none, get: none, remove: none },
    sheets: { write: none },
  });
  const isOpen = async () => {
    const { due, later } = await store.repos.outbox.depth();
    return due + later > 0;
  };
  while (await isOpen()) await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  const seconds = (performance.now() - start) / 1000;
  await sender.stop();
  return Math.round(seconds * 10) / 10;
}

const LOOK_MS = 100;

/** Whether everything came once, in order, unrefused, and within a tenth more than the limits take. */
export function isGood({ seconds, allowedSeconds, refused, missing, double, disordered }: FanOut): boolean {
  return refused + missing + double + disordered === 0 && seconds <= 1.1 * allowedSeconds;
}

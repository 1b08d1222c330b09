import type { Log } from '../world/log.ts';
import type { World } from '../world/world.ts';
import { createCourier, type OpenRecord, type PushRecord } from './courier.ts';
import { describePush } from './describe-push.ts';
import type { PlatformEvent } from './platform-event.ts';
import type { PushedEvent, Transport } from './transport.ts';

/** Probabilities in [0, 1] of the platform's own oddities. */
export interface PushFaults {
  /** The same event once more, under another event id. */
  duplicate?: number;
  /** The event lags a little, so that later ones of its chat overtake it. */
  reorder?: number;
}

export interface Pusher {
  push(event: PlatformEvent): void;
  connect(transport: Transport): void;
  readonly faults: PushFaults;
  readonly log: Log<PushRecord>;
  /** Resolves once every event was acknowledged or has run out of attempts. */
  settled(): Promise<void>;
  stop(): Promise<void>;
}

const LAG_MS = { least: 20, spread: 100 };

/**
 * Pushes events at least once: 200 within the time limit acknowledges, anything else is repeated after each of
 * `delaysMs` (real time). Events of a chat start in order, each after the first attempt of the one before; a failing
 * one does not hold up the rest. The platform itself promises no order for messages.
 */
export function createPusher(
  world: World,
  { delaysMs, log }: { delaysMs: readonly number[]; log: Log<PushRecord> },
): Pusher {
  const courier = createCourier(delaysMs, ({ attempts }, pushed) => {
    world.traffic.emit(describePush(world, pushed, { attempts: [...attempts] }));
  });
  const lanes = new Map<string, Promise<void>>();
  const open = new Set<Promise<void>>();
  const faults: PushFaults = {};

  const start = (chatId: string, run: () => Promise<void>): Promise<void> => {
    if (hits(world, faults.reorder)) {
      return courier.pause(LAG_MS.least + world.random.dice() * LAG_MS.spread).then(run);
    }
    const next = (lanes.get(chatId) ?? Promise.resolve()).then(run);
    lanes.set(chatId, next);
    return next;
  };

  const launch = (event: PlatformEvent) => {
    const pushed = stamp(world, event);
    const record = openRecord(event, pushed);
    log.add(record);
    const first = start(event.chatId, () => courier.attempt(record, pushed));
    const whole = first.then(() => courier.repeat(record, pushed));
    open.add(whole);
    void whole.finally(() => open.delete(whole));
  };

  const settled = async () => {
    while (open.size > 0) await Promise.all(open);
  };

  return {
    push(event) {
      if (!courier.isOpen()) return;
      launch(event);
      if (hits(world, faults.duplicate)) launch(event);
    },
    connect: courier.connect,
    faults,
    log,
    settled,
    async stop() {
      courier.stop();
      await settled();
    },
  };
}

/** Gives an event its id and time; a repeated push keeps both. */
function stamp(world: World, { type, event }: PlatformEvent): PushedEvent {
  const createTime = String(world.clock.now().epochMilliseconds);
  return { eventId: world.random.hex(32), eventType: type, createTime, event };
}

function openRecord({ chatId }: PlatformEvent, { eventId, eventType }: PushedEvent): OpenRecord {
  return { eventId, eventType, chatId, attempts: [], acknowledged: false };
}

function hits(world: World, probability: number | undefined): boolean {
  return probability !== undefined && probability > 0 && world.random.dice() < probability;
}

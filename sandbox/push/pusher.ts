import { setTimeout as sleep } from 'node:timers/promises';
import type { World } from '../world/world.ts';
import type { PlatformEvent } from './platform-event.ts';
import { deliver, type PushedEvent, type Transport } from './webhook.ts';

export interface PushAttempt {
  readonly status?: number;
  readonly error?: string;
  /** How long the bot took, in milliseconds. */
  readonly ms: number;
}

export interface PushRecord {
  readonly eventId: string;
  readonly eventType: string;
  readonly chatId: string;
  readonly attempts: readonly PushAttempt[];
  readonly acknowledged: boolean;
}

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
  readonly log: readonly PushRecord[];
  /** Resolves once every event was acknowledged or has run out of attempts. */
  settled(): Promise<void>;
  stop(): Promise<void>;
}

interface OpenRecord extends PushRecord {
  readonly attempts: PushAttempt[];
  acknowledged: boolean;
}

const LAG_MS = { least: 20, spread: 100 };

/**
 * Pushes events at least once: 200 within the time limit acknowledges, anything else is repeated after each of
 * `delaysMs` (real time). Events of a chat start in order, each after the first attempt of the one before; a failing
 * one does not hold up the rest. The platform itself promises no order for messages.
 */
export function createPusher(world: World, delaysMs: readonly number[]): Pusher {
  const log: OpenRecord[] = [];
  const lanes = new Map<string, Promise<void>>();
  const open = new Set<Promise<void>>();
  const faults: PushFaults = {};
  const halt = new AbortController();
  let transport: Transport | undefined;

  const attempt = async (record: OpenRecord, pushed: PushedEvent) => {
    if (!transport || halt.signal.aborted) return;
    const started = performance.now();
    const outcome = await deliver(world, transport, pushed).then(
      ({ status }) => ({ status }),
      (error: unknown) => ({ error: describe(error) }),
    );
    record.attempts.push({ ...outcome, ms: performance.now() - started });
    record.acknowledged = 'status' in outcome && outcome.status === 200;
  };

  const repeat = async (record: OpenRecord, pushed: PushedEvent) => {
    for (const delay of delaysMs) {
      if (record.acknowledged || record.attempts.length === 0) return;
      await pause(delay, halt.signal);
      await attempt(record, pushed);
    }
  };

  const launch = (event: PlatformEvent) => {
    const pushed: PushedEvent = {
      eventId: world.random.hex(32),
      eventType: event.type,
      createTime: String(world.clock.now().epochMilliseconds),
      event: event.event,
    };
    const { eventId, eventType } = pushed;
    const record: OpenRecord = {
      eventId,
      eventType,
      chatId: event.chatId,
      attempts: [],
      acknowledged: false,
    };
    log.push(record);
    const first = start(event.chatId, () => attempt(record, pushed));
    const whole = first.then(() => repeat(record, pushed));
    open.add(whole);
    void whole.finally(() => open.delete(whole));
  };

  const start = (chatId: string, run: () => Promise<void>): Promise<void> => {
    if (hits(world, faults.reorder)) {
      return pause(LAG_MS.least + world.random.dice() * LAG_MS.spread, halt.signal).then(run);
    }
    const next = (lanes.get(chatId) ?? Promise.resolve()).then(run);
    lanes.set(chatId, next);
    return next;
  };

  const settled = async () => {
    while (open.size > 0) await Promise.all(open);
  };

  return {
    push(event) {
      if (!transport || halt.signal.aborted) return;
      launch(event);
      if (hits(world, faults.duplicate)) launch(event);
    },
    connect(next) {
      transport = next;
    },
    faults,
    log,
    settled,
    async stop() {
      halt.abort();
      await settled();
    },
  };
}

/** Sleeps in real time; ends early, without an error, when the sandbox stops. */
async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await sleep(ms, undefined, { signal }).catch(() => undefined);
}

function hits(world: World, probability: number | undefined): boolean {
  return probability !== undefined && probability > 0 && world.random.dice() < probability;
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.name === 'TimeoutError' ? 'timeout' : `${error.message} ${String(error.cause ?? '')}`.trim();
}

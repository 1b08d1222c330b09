import { setMaxListeners } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type { PushAttempt } from '../world/traffic.ts';
import type { PushedEvent, Transport } from './transport.ts';

export interface PushRecord {
  readonly eventId: string;
  readonly eventType: string;
  readonly chatId: string;
  readonly attempts: readonly PushAttempt[];
  readonly acknowledged: boolean;
}

/** A record while it is being written. */
export interface OpenRecord extends PushRecord {
  readonly attempts: PushAttempt[];
  acknowledged: boolean;
}

/** Carries single events to the bot, the first time and again. */
export interface Courier {
  attempt(record: OpenRecord, pushed: PushedEvent): Promise<void>;
  /** Attempts again after each delay until acknowledged. */
  repeat(record: OpenRecord, pushed: PushedEvent): Promise<void>;
  /** Sleeps in real time; ends early, without an error, once stopped. */
  pause(ms: number): Promise<void>;
  connect(transport: Transport): void;
  isOpen(): boolean;
  stop(): void;
}

/** Told after each attempt. */
type OnAttempt = (record: PushRecord, pushed: PushedEvent) => void;

/** `delaysMs`: real waits before each repeated push. The transport of the moment is used, so a bot may move. */
export function createCourier(delaysMs: readonly number[], onAttempt: OnAttempt): Courier {
  const halt = new AbortController();
  // Every push that waits to be repeated listens; while a bot is down they are many.
  setMaxListeners(0, halt.signal);
  let transport: Transport | undefined;
  const isOpen = () => transport !== undefined && !halt.signal.aborted;
  const pause = async (ms: number) => {
    await sleep(ms, undefined, { signal: halt.signal }).catch(() => undefined);
  };
  const attempt = async (record: OpenRecord, pushed: PushedEvent) => {
    if (!transport || halt.signal.aborted) return;
    const started = performance.now();
    const outcome = await transport.deliver(pushed, halt.signal).then(
      ({ status }) => ({ status }),
      (error: unknown) => ({ error: describeError(error) }),
    );
    record.attempts.push({ ...outcome, ms: performance.now() - started });
    record.acknowledged = 'status' in outcome && outcome.status === 200;
    onAttempt(record, pushed);
  };
  const repeat = async (record: OpenRecord, pushed: PushedEvent) => {
    for (const delay of delaysMs) {
      if (record.acknowledged || halt.signal.aborted) return;
      await pause(delay);
      await attempt(record, pushed);
    }
  };
  return {
    attempt,
    repeat,
    pause,
    isOpen,
    connect(next) {
      transport = next;
    },
    stop: () => halt.abort(),
  };
}

function describeError(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.name === 'TimeoutError' ? 'timeout' : `${error.message} ${String(error.cause ?? '')}`.trim();
}

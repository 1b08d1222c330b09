import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from '../kernel/logger.ts';
import { ClaimLost } from '../store/claim.ts';

/** Works off a queue in the database for as long as the program runs. */
export interface Pump {
  /** There may be something to do now. */
  wake(): void;
  /** Takes nothing new and resolves when what is in hand is done. */
  stop(): Promise<void>;
  /**
   * Takes nothing new and gives back what is in hand: for a process that can’t wait any longer, so that others need not
   * wait for its claims.
   */
  abandon(): Promise<void>;
}

export interface PumpOptions<T> {
  readonly parallel: number;
  /** Claims the next pieces of work, at most so many; fewer are all that there are now. */
  readonly take: (most: number) => Promise<readonly T[]>;
  /** Settles the piece, its failure included. Throws ClaimLost, or when even the failure could not be recorded. */
  readonly work: (piece: T) => Promise<void>;
  /** Tells others that work on a piece goes on. */
  readonly renew?: (piece: T) => Promise<void>;
  /**
   * Unclaims a piece whose end could not be recorded, so that it does not hold up those behind it for ever. `reason` is
   * what went wrong; without one, the process can’t wait.
   */
  readonly giveBack: (piece: T, reason?: unknown) => Promise<void>;
  readonly logger: Logger;
}

/** Waiting work (a retry, a later moment, a lease that ran out) is looked for this often, in ms. */
const IDLE_MS = 500;
/** So many are claimed at once: what was claimed waits for nobody else to take it. */
const TOGETHER = 4;
/** Well within the shortest lease. */
const RENEW_MS = 10_000;

export function createPump<T>(options: PumpOptions<T>): Pump {
  const running = new Map<Promise<void>, T>();
  let stopped = false;
  let awake: () => void = () => undefined;
  let woken = false;

  const wake = () => {
    woken = true;
    awake();
  };

  function sleep(): Promise<void> {
    return new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, IDLE_MS);
      awake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  function start(piece: T): void {
    const job = workRenewed(piece, options)
      .catch((err: unknown) => {
        if (isLost(err, options)) return;
        options.logger.error({ err }, 'the end of a piece of work could not be recorded');
        return giveBack(piece, err, { ...options, isStopped: () => stopped });
      })
      .finally(() => {
        running.delete(job);
        wake();
      });
    running.set(job, piece);
  }

  async function run(): Promise<void> {
    while (!stopped) {
      woken = false;
      const most = Math.min(TOGETHER, options.parallel - running.size);
      const pieces = most > 0 ? await takeSafely(most, options) : [];
      for (const piece of pieces) start(piece);
      const mayBeMore = most > 0 && pieces.length === most;
      if (!mayBeMore && !woken && !stopped) await sleep();
    }
  }

  const loop = run();
  const takeNoMore = () => {
    stopped = true;
    wake();
    return loop;
  };
  return {
    wake,
    async stop() {
      await takeNoMore();
      await Promise.all(running.keys());
    },
    async abandon() {
      await takeNoMore();
      await Promise.allSettled([...running.values()].map((piece) => options.giveBack(piece)));
    },
  };
}

async function takeSafely<T>(most: number, { take, logger }: PumpOptions<T>): Promise<readonly T[]> {
  try {
    return await take(most);
  } catch (err) {
    logger.error({ err }, 'queue could not be read');
    return [];
  }
}

async function workRenewed<T>(piece: T, { work, renew, logger }: PumpOptions<T>): Promise<void> {
  const timer = setInterval(() => {
    renew?.(piece).catch((err: unknown) => logger.warn({ err }, 'a claim could not be renewed'));
  }, RENEW_MS);
  try {
    await work(piece);
  } finally {
    clearInterval(timer);
  }
}

/** Somebody else goes on with the piece: nothing is left to do here. */
function isLost<T>(err: unknown, { logger }: PumpOptions<T>): boolean {
  if (!(err instanceof ClaimLost)) return false;
  logger.warn({ err }, 'a piece of work was taken over');
  return true;
}

/** Tries until it is done or the program stops: the next start takes over whatever is still claimed. */
async function giveBack<T>(
  piece: T,
  reason: unknown,
  options: PumpOptions<T> & { isStopped: () => boolean },
): Promise<void> {
  while (!options.isStopped()) {
    try {
      return await options.giveBack(piece, reason);
    } catch (err) {
      if (isLost(err, options)) return;
      options.logger.error({ err }, 'a piece of work could not be given back');
      await pause(IDLE_MS);
    }
  }
}

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
  /** Claims the next piece of work; undefined when there is none now. */
  readonly take: () => Promise<T | undefined>;
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
/** So many pieces are claimed at once while there are some: their claims reach the disk, or the server, together. */
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
    let isBusy = false;
    while (!stopped) {
      woken = false;
      const most = Math.min(isBusy ? TOGETHER : 1, options.parallel - running.size);
      const pieces = await takeSome(most, options);
      isBusy = pieces.length > 0;
      for (const piece of pieces) start(piece);
      if (!isBusy && !woken && !stopped) await sleep();
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

async function takeSome<T>(most: number, options: PumpOptions<T>): Promise<readonly T[]> {
  const taken = await Promise.all(Array.from({ length: most }, () => takeSafely(options)));
  return taken.filter((piece) => piece !== undefined);
}

async function takeSafely<T>({ take, logger }: PumpOptions<T>): Promise<T | undefined> {
  try {
    return await take();
  } catch (err) {
    logger.error({ err }, 'queue could not be read');
    return undefined;
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

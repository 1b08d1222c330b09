import { setTimeout as pause } from 'node:timers/promises';
import type { Stage } from '../stage.ts';
import type { Harm } from './draw-harm.ts';

/** What has been done, and what was found out meanwhile. */
export interface HarmCounts {
  /** Kills that hit a process. */
  deaths: number;
  databaseRestarts: number;
  cuts: number;
  fullDisks: number;
  /** Times that every bot called itself ready though the disk was full and one of them had refused a push. */
  falselyReady: number;
}

export interface Harms {
  readonly counts: Readonly<HarmCounts>;
  /** Resolves when the harm is done, or has begun if it lasts: people go on talking, and the rest goes on happening. */
  inflict(harm: Harm): Promise<void>;
  /** Resolves when nothing lasts any more. */
  over(): Promise<void>;
}

/** `move`: the platform's clock and those of the bots forward by so many minutes. */
export function createHarms(stage: Stage, move: (minutes: number) => Promise<void>): Harms {
  const { fleet, database, backups } = stage;
  const counts: HarmCounts = { deaths: 0, databaseRestarts: 0, cuts: 0, fullDisks: 0, falselyReady: 0 };
  /** One at a time of what keeps bots from the database. */
  let trouble: Promise<void> = Promise.resolve();
  const begin = async (work: () => Promise<void>) => {
    await trouble;
    trouble = work();
    // Told by whoever waits for it next.
    trouble.catch(() => undefined);
  };
  return {
    counts,
    async inflict(harm) {
      switch (harm.kind) {
        case 'kill':
          if (await fleet.kill()) counts.deaths += 1;
          return;
        case 'clock-step':
          return move(harm.minutes);
        case 'backup':
          backups.begin();
          return;
        case 'database-restart':
          await database.restart?.();
          counts.databaseRestarts += 1;
          return;
        case 'cut':
          await begin(() => cutLine(stage, harm));
          counts.cuts += 1;
          if (harm.expires) await move(EXPIRED_MINUTES);
          return;
        case 'full-disk':
          await begin(() => fillDisk(stage, harm, counts));
          counts.fullDisks += 1;
      }
    },
    over: () => trouble,
  };
}

/** Longer than any lease. */
const EXPIRED_MINUTES = 3;
/** In a moment the answers have arrived that were on their way when the disk was full. */
const MOMENT_MS = 200;

async function cutLine(
  { fleet, database }: Stage,
  { bot, how, ms }: Extract<Harm, { kind: 'cut' }>,
): Promise<void> {
  const number = Math.floor(bot * fleet.size);
  const line = database.lines[number];
  await fleet.leaveAlone([number], async () => {
    line?.cut(how);
    await pause(ms);
    line?.heal();
  });
}

async function fillDisk(
  { fleet, disk, ledger }: Stage,
  { brimMs, fullMs }: Extract<Harm, { kind: 'full-disk' }>,
  counts: HarmCounts,
): Promise<void> {
  const everyone = Array.from({ length: fleet.size }, (_, number) => number);
  await fleet.leaveAlone(everyone, async () => {
    try {
      await disk?.fill(BRIM_SHARE);
      await pause(brimMs);
      await disk?.fill(1);
      await pause(MOMENT_MS);
      const before = { refused: ledger.refusedPushes, deaths: counts.deaths };
      await pause(fullMs);
      const areReady = await fleet.readiness();
      // A process that has just been started anew has not had to refuse anything yet.
      const isTold = ledger.refusedPushes === before.refused || counts.deaths > before.deaths;
      if (!isTold && areReady.every((isReady) => isReady)) counts.falselyReady += 1;
    } finally {
      await disk?.free();
    }
  });
}

/** Of the writes that fail on a disk which is nearly full. */
const BRIM_SHARE = 0.5;

import { join } from 'node:path';
import type { BotOnStage } from '../../sandbox/demo/stage.ts';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { type BotProcess, startBotProcess } from '../../src/main/demo/bot-process.ts';
import { createBotRemote } from '../../src/main/demo/bot-remote.ts';
import { botEnvironment } from './bot-environment.ts';

export interface FleetOptions {
  readonly sandbox: Sandbox;
  readonly folder: string;
  /** Of each bot, as `DATABASE_URL` takes it: all lead to one database. */
  readonly databases: readonly string[];
  readonly dice: () => number;
}

/** Bots as processes of their own on one database; one that dies is started again at once. */
export interface Fleet {
  /** Address of the next one that is there, in turn, as a reverse proxy would choose. */
  nextAddress(): string;
  /** Kills one with SIGKILL; says whether one was there to be killed. */
  kill(): Promise<boolean>;
  /** Moves the clock of each that can store anything to the platform's; resolves when they have stored what became due. */
  followClock(): Promise<void>;
  /**
   * For as long as the work takes, these bots (numbers from 0) are not told of the time, since they can store nothing;
   * afterwards they follow it again.
   */
  leaveAlone(numbers: readonly number[], work: () => Promise<void>): Promise<void>;
  /** Whether `/readyz` says so, of each; false for one that does not answer. */
  readiness(): Promise<readonly boolean[]>;
  readonly size: number;
  pidOf(number: number): number | undefined;
  /** Rejects when one keeps ending without ever having answered. */
  readonly hopeless: Promise<never>;
  stop(): Promise<void>;
}

/** A clock that a machine sets right goes back a little: each start is up to this much behind the last process. */
const SKEW_MS = 2000;
const ANSWER_MS = 3000;
/** On a full disk a start is in vain, and is tried again and again, as systemd does. */
const HOPELESS_STARTS = 100;
/** A round of reminders in 500 groups is stored before a bot says that it has moved its clock. */
const PATIENCE = { callMs: 60_000, allMs: 180_000 };

interface Replica {
  readonly bot: BotProcess;
  readonly remote: BotOnStage;
  /** How many kinds of trouble it is in at the moment that keep it from storing. */
  troubles: number;
}

export async function startFleet(options: FleetOptions): Promise<Fleet> {
  const { sandbox, databases, dice } = options;
  const replicas = await Promise.all(databases.map((_, number) => startReplica(number, options)));
  const hopeless = Promise.race(replicas.map(({ bot }) => bot.hopeless));
  // Whoever plays races against it; until then its rejection is nobody's loss.
  hopeless.catch(() => undefined);
  let turn = 0;
  const living = () => replicas.filter(({ bot }) => bot.isAlive());
  const inTurn = (list: readonly Replica[]) => list[turn++ % list.length];
  const follow = async (list: readonly Replica[]) => {
    const able = list.filter(({ troubles }) => troubles === 0);
    await Promise.all(able.map(({ remote }) => remote.follow(sandbox.clock)));
  };
  return {
    // With none there the push is refused, as at a proxy without a server behind it.
    nextAddress: () => `${(inTurn(living()) ?? replicas[0])?.bot.url ?? ''}/webhook/event`,
    async kill() {
      const victims = living();
      const victim = victims[Math.floor(dice() * victims.length)];
      await victim?.bot.kill();
      return victim !== undefined;
    },
    followClock: () => follow(replicas),
    async leaveAlone(numbers, work) {
      const these = replicas.filter((_, number) => numbers.includes(number));
      for (const one of these) one.troubles += 1;
      try {
        await work();
      } finally {
        for (const one of these) one.troubles -= 1;
      }
      // Whatever befalls it next may keep it from doing so: the next step of the clock makes up for that.
      await follow(these).catch(() => undefined);
    },
    readiness: () => Promise.all(replicas.map(({ bot }) => isReady(bot.url))),
    size: replicas.length,
    pidOf: (number) => replicas[number]?.bot.pid,
    hopeless,
    async stop() {
      await Promise.all(replicas.map(({ bot }) => bot.stop()));
    },
  };
}

async function startReplica(
  number: number,
  { sandbox, folder, databases, dice }: FleetOptions,
): Promise<Replica> {
  const { app, clock } = sandbox;
  const bot = await startBotProcess({
    folder,
    logFile: join(folder, `bot-${number}.log`),
    hopelessAfter: HOPELESS_STARTS,
    environment: (port) =>
      botEnvironment({
        ...{ app, platform: sandbox.url, port, folder },
        now: clock.now().subtract({ milliseconds: Math.floor(dice() * SKEW_MS) }),
        database: databases[number] ?? '',
      }),
  });
  return { bot, remote: createBotRemote(bot.url, PATIENCE), troubles: 0 };
}

function isReady(url: string): Promise<boolean> {
  return fetch(`${url}/readyz`, { signal: AbortSignal.timeout(ANSWER_MS) }).then(
    ({ ok }) => ok,
    () => false,
  );
}

import { join, resolve } from 'node:path';
import type { BotOnStage } from '../../sandbox/demo/stage.ts';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { toStamp } from '../../src/kernel/clock.ts';
import { type BotProcess, startBotProcess } from '../../src/main/demo/bot-process.ts';
import { createBotRemote } from '../../src/main/demo/bot-remote.ts';

export interface FleetOptions {
  readonly sandbox: Sandbox;
  readonly folder: string;
  readonly database: string;
  readonly replicas: number;
  readonly dice: () => number;
}

/** Bots as processes of their own on one database; one that dies is started again at once. */
export interface Fleet {
  /** Address of the next one that is there, in turn, as a reverse proxy would choose. */
  nextAddress(): string;
  /** Kills one with SIGKILL; says whether one was there to be killed. */
  kill(): Promise<boolean>;
  /** Moves the clock of each to the platform's; resolves when all have stored what became due. */
  followClock(): Promise<void>;
  /** Rejects when one keeps ending without ever having answered. */
  readonly hopeless: Promise<never>;
  stop(): Promise<void>;
}

/** A clock that a machine sets right goes back a little: each start is up to this much behind the last process. */
const SKEW_MS = 2000;

interface Replica {
  readonly bot: BotProcess;
  readonly remote: BotOnStage;
}

export async function startFleet(options: FleetOptions): Promise<Fleet> {
  const { sandbox, replicas: count, dice } = options;
  const replicas = await Promise.all(
    Array.from({ length: count }, (_, number) => startReplica(number, options)),
  );
  const hopeless = Promise.race(replicas.map(({ bot }) => bot.hopeless));
  // Whoever plays races against it; until then its rejection is nobody's loss.
  hopeless.catch(() => undefined);
  let turn = 0;
  const living = () => replicas.filter(({ bot }) => bot.isAlive());
  const inTurn = (list: readonly Replica[]) => list[turn++ % list.length];
  return {
    // With none there the push is refused, as at a proxy without a server behind it.
    nextAddress: () => `${(inTurn(living()) ?? replicas[0])?.bot.url ?? ''}/webhook/event`,
    async kill() {
      const victims = living();
      const victim = victims[Math.floor(dice() * victims.length)];
      await victim?.bot.kill();
      return victim !== undefined;
    },
    followClock: async () => {
      await Promise.all(replicas.map(({ remote }) => remote.follow(sandbox.clock)));
    },
    hopeless,
    async stop() {
      await Promise.all(replicas.map(({ bot }) => bot.stop()));
    },
  };
}

async function startReplica(number: number, { folder, ...options }: FleetOptions): Promise<Replica> {
  const bot = await startBotProcess({
    folder,
    logFile: join(folder, `bot-${number}.log`),
    environment: (port) => environmentOf(port, { folder, ...options }),
  });
  return { bot, remote: createBotRemote(bot.url) };
}

function environmentOf(port: number, { sandbox, folder, database, dice }: FleetOptions) {
  const { app, clock } = sandbox;
  return {
    LARK_APP_ID: app.appId,
    LARK_APP_SECRET: app.appSecret,
    LARK_ENCRYPT_KEY: app.encryptKey,
    LARK_VERIFICATION_TOKEN: app.verificationToken,
    LARK_DOMAIN: sandbox.url,
    HOST: '127.0.0.1',
    PORT: String(port),
    DATA_DIR: folder,
    DATABASE_URL: database,
    BOT_CONFIG: resolve('config/bot.yaml'),
    BOT_NOW: toStamp(clock.now().subtract({ milliseconds: Math.floor(dice() * SKEW_MS) })),
    BOT_PACE: 'none',
    LOG_LEVEL: 'error',
  };
}

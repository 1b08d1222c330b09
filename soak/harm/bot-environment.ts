import { resolve } from 'node:path';
import { botVariables } from '../../sandbox/bot-variables.ts';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { type Instant, toStamp } from '../../src/kernel/clock.ts';

export interface BotSurroundings {
  readonly app: Sandbox['app'];
  /** The platform's base address. */
  readonly platform: string;
  /** Of the bot's clock at its start. */
  readonly now: Instant;
  readonly port: number;
  readonly folder: string;
  /** As `DATABASE_URL` takes it. */
  readonly database: string;
}

/** The variables that a bot on stage is started with. */
export function botEnvironment({ app, ...around }: BotSurroundings): Readonly<Record<string, string>> {
  return {
    ...botVariables({ app, url: around.platform }),
    HOST: '127.0.0.1',
    PORT: String(around.port),
    DATA_DIR: around.folder,
    DATABASE_URL: around.database,
    BOT_CONFIG: resolve('config/bot.yaml'),
    BOT_NOW: toStamp(around.now),
    BOT_PACE: 'none',
    LOG_LEVEL: 'error',
  };
}

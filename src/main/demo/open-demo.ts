import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { botVariables } from '../../../sandbox/bot-variables.ts';
import { type Stage, setStage } from '../../../sandbox/demo/stage.ts';
import { type Script, writeScript } from '../../../sandbox/demo/write-script.ts';
import type { Sandbox } from '../../../sandbox/start-sandbox.ts';
import { createWorkCalendar } from '../../domain/calendar/work-calendar.ts';
import { instantAt, toStamp } from '../../kernel/clock.ts';
import { type BotProcess, startBotProcess } from './bot-process.ts';
import { createBotRemote } from './bot-remote.ts';
import { startAtPort } from './start-at-port.ts';

export interface DemoOptions {
  /** `YYYY-MM`. */
  readonly month: string;
  /** Where the page is; 0 for any free port. */
  readonly port: number;
  /** False: plays at the pace that the platform allows, as a test of it wants. */
  readonly hurry: boolean;
}

export interface Demo {
  readonly month: string;
  readonly script: Script;
  readonly stage: Stage;
  readonly bot: BotProcess;
  /** The bot's own log, JSON lines. Gone after `close`. */
  readonly logFile: string;
  close(): Promise<void>;
}

const SETTINGS = fileURLToPath(new URL('../../../sandbox/demo/bot.yaml', import.meta.url));
/** Soon again, so that a bot that died gets its events as soon as it is back; the platform itself waits 15 s to 6 h. */
const REPUSH_MS = [150, 200, 300, 400, 500, 700, 1000, 1000, 2000, 3000, 5000, 8000];
const OPENING_TIME = '08:40';

/** Starts a sandbox in this process and the bot in one of its own, and brings the two together in a group. */
export async function openDemo({ month, port, hurry }: DemoOptions): Promise<Demo> {
  const calendar = createWorkCalendar();
  const script = writeScript(month, (date) => calendar.isWorkday(date));
  const folder = mkdtempSync(join(tmpdir(), 'publicity-demo-'));
  const logFile = join(folder, 'bot.log');
  const sandbox = await startAtPort({
    port,
    ...(hurry && { limits: 'none' }),
    startAt: instantAt(script.start, OPENING_TIME),
    repushDelaysMs: REPUSH_MS,
  });
  const bot = await startBotProcess({
    folder,
    logFile,
    environment: (port) => ({
      ...environmentOf(sandbox, { port, folder }),
      BOT_PACE: hurry ? 'none' : 'platform',
    }),
  });
  let closed: Promise<void> | undefined;
  const close = () => {
    closed ??= stopBoth(bot, sandbox).finally(() => rmSync(folder, { recursive: true, force: true }));
    return closed;
  };
  try {
    sandbox.connectWebhook(`${bot.url}/webhook/event`);
    const stage = await Promise.race([setStage(sandbox, createBotRemote(bot.url)), bot.hopeless]);
    return { month, script, stage, bot, logFile, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function stopBoth(bot: BotProcess, sandbox: Sandbox): Promise<void> {
  await bot.stop();
  await sandbox.stop();
}

function environmentOf(
  sandbox: Sandbox,
  { port, folder }: { port: number; folder: string },
): Readonly<Record<string, string>> {
  return {
    ...botVariables(sandbox),
    HOST: '127.0.0.1',
    PORT: String(port),
    DATA_DIR: folder,
    DATABASE_URL: `file:${join(folder, 'bot.db')}`,
    BOT_CONFIG: SETTINGS,
    BOT_NOW: toStamp(sandbox.clock.now()),
  };
}

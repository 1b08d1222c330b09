import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { startBotProcess } from '../../src/main/demo/bot-process.ts';
import type { RestoredRows } from '../audit/evidence.ts';
import { readRestored } from '../audit/read-restored.ts';
import { botEnvironment } from '../harm/bot-environment.ts';
import { runProgram } from './run-program.ts';

export interface RestoreOptions {
  readonly backup: string;
  /** For what is needed meanwhile. */
  readonly folder: string;
  readonly sandbox: Pick<Sandbox, 'app' | 'clock'>;
  /** Makes an empty database on a server; without it the backup goes into a file, whichever kind it was made of. */
  readonly makeDatabase: ((name: string) => Promise<string>) | undefined;
}

/** A platform at which nobody is: what the restored bot would send must not reach anybody. */
const NOWHERE = 'http://127.0.0.1:9';
const READY_MS = 60_000;
const LOOK_MS = 100;

/**
 * Restores a backup into a fresh place by the bot's own command, reads what is there, and starts a bot on it. Undefined
 * when one of these fails.
 */
export async function restoreAfresh(options: RestoreOptions): Promise<RestoredRows | undefined> {
  const folder = join(options.folder, 'restored');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  try {
    const database = (await options.makeDatabase?.('restored')) ?? `file:${join(folder, 'bot.db')}`;
    const place = { DATABASE_URL: database, DATA_DIR: folder };
    const { code } = await runProgram(['restore', options.backup], place);
    if (code !== 0) return undefined;
    // Before the bot is there, which would begin to deal with what was left undone.
    const rows = await readRestored(database);
    return (await startsOn(database, { ...options, folder })) ? rows : undefined;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Whether a bot comes to be ready on this database. */
async function startsOn(database: string, { sandbox, folder }: RestoreOptions): Promise<boolean> {
  const { app, clock } = sandbox;
  const bot = await startBotProcess({
    folder,
    logFile: join(folder, 'bot.log'),
    environment: (port) =>
      botEnvironment({ app, platform: NOWHERE, now: clock.now(), port, folder, database }),
  });
  try {
    return await Promise.race([becomesReady(bot.url), bot.hopeless.catch(() => false)]);
  } finally {
    await bot.stop();
  }
}

async function becomesReady(url: string): Promise<boolean> {
  for (const patience = performance.now() + READY_MS; performance.now() < patience; ) {
    const ok = await fetch(`${url}/readyz`).then(
      (answer) => answer.ok,
      () => false,
    );
    if (ok) return true;
    await pause(LOOK_MS);
  }
  return false;
}

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import Database from 'libsql';
import { z } from 'zod';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { killProcess } from './contender.ts';

const MAIN = fileURLToPath(new URL('../../src/main.js', import.meta.url));
const PATIENCE_MS = 10_000;

export type BotProcess = Awaited<ReturnType<typeof startBotProcess>>;

/** The real program, `serve`, on a free port, with the sandbox for its platform. Default folder: a new one. */
export async function startBotProcess(sandbox: Sandbox, folder = mkdtempSync(join(tmpdir(), 'bench-bot-'))) {
  const port = await freePort();
  const log = openSync(join(folder, 'log'), 'w');
  const { appId, appSecret, encryptKey, verificationToken } = sandbox.app;
  const started = performance.now();
  const child = spawn(process.execPath, [MAIN, 'serve'], {
    stdio: ['ignore', log, log],
    env: {
      PATH: process.env.PATH,
      LARK_APP_ID: appId,
      LARK_APP_SECRET: appSecret,
      LARK_ENCRYPT_KEY: encryptKey,
      LARK_VERIFICATION_TOKEN: verificationToken,
      LARK_DOMAIN: sandbox.url,
      DATA_DIR: folder,
      HOST: '127.0.0.1',
      PORT: String(port),
    },
  });
  closeSync(log);
  const killWithBench = () => child.kill('SIGKILL');
  process.once('exit', killWithBench);
  child.once('exit', () => process.off('exit', killWithBench));
  const readyMs = (await firstAnswer(port, folder)) - started;
  return {
    port,
    pid: child.pid ?? 0,
    folder,
    /** Start of the process to the first 200, in ms. */
    readyMs,
    kill: () => killProcess(child),
    cleanUp: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/**
 * The same, started for the second time: what it asks the platform only once, it knows already. This is how a bot
 * starts from its second day on.
 */
export async function restartBotProcess(sandbox: Sandbox): Promise<BotProcess> {
  const first = await startBotProcess(sandbox);
  const deadline = performance.now() + PATIENCE_MS;
  while (performance.now() < deadline) {
    const readiness = await fetch(`http://127.0.0.1:${first.port}/readyz`);
    if ((await readiness.text()).includes('"ou_')) break;
    await pause(20);
  }
  await first.kill();
  return startBotProcess(sandbox, first.folder);
}

/** When `/healthz` first said 200, on the clock of `performance.now()`. */
async function firstAnswer(port: number, folder: string): Promise<number> {
  const deadline = performance.now() + PATIENCE_MS;
  while (performance.now() < deadline) {
    const status = await fetch(`http://127.0.0.1:${port}/healthz`).then(
      (response) => response.status,
      () => 0,
    );
    if (status === 200) return performance.now();
    await pause(2);
  }
  throw new Error(`the bot does not answer: ${readFileSync(join(folder, 'log'), 'utf8').slice(-2000)}`);
}

/** Messages in the inbox of a bot's folder, whatever has become of them since. */
export function countInbox(folder: string): number {
  const db = new Database(join(folder, 'bot.db'));
  try {
    const row: unknown = db.prepare("select count(*) as n from inbox where kind = 'message'").get();
    return z.object({ n: z.number() }).parse(row).n;
  } finally {
    db.close();
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}

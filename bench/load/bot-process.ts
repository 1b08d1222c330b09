import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { botVariables } from '../../sandbox/bot-variables.ts';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { killProcess } from './contender.ts';

const MAIN = fileURLToPath(new URL('../../src/main.js', import.meta.url));
/** As `npm start`, the container and the service start it: short-lived objects get a quarter of the room that Node gives them. */
export const START_OPTION = '--max-semi-space-size=4';
const PATIENCE_MS = 20_000;

export type BotProcess = Awaited<ReturnType<typeof startBotProcess>>;

export interface BotPlace {
  /** Keeps the bot's log and, unless the environment says otherwise, its data. */
  readonly folder: string;
  /** Over the usual settings. */
  readonly environment?: Readonly<Record<string, string>>;
}

/** The real program, `serve`, on a free port, with the sandbox for its platform. */
export async function startBotProcess(sandbox: Sandbox, { folder, environment = {} }: BotPlace) {
  const port = await freePort();
  const log = join(folder, `log-${port}`);
  const output = openSync(log, 'w');
  const started = performance.now();
  const child = spawn(process.execPath, [START_OPTION, MAIN, 'serve'], {
    stdio: ['ignore', output, output],
    env: {
      PATH: process.env.PATH,
      ...botVariables(sandbox),
      DATA_DIR: folder,
      HOST: '127.0.0.1',
      PORT: String(port),
      ...environment,
    },
  });
  closeSync(output);
  const killWithBench = () => child.kill('SIGKILL');
  process.once('exit', killWithBench);
  child.once('exit', () => process.off('exit', killWithBench));
  const readyMs = (await firstAnswer(port, log)) - started;
  return {
    port,
    pid: child.pid ?? 0,
    /** Start of the process to the first 200, in ms. */
    readyMs,
    kill: () => killProcess(child),
  };
}

/** Resolves when the bot knows who it is, which it asks the platform but once. */
export async function awaitIdentity({ port }: BotProcess): Promise<void> {
  const deadline = performance.now() + PATIENCE_MS;
  while (performance.now() < deadline) {
    const readiness = await fetch(`http://127.0.0.1:${port}/readyz`);
    if ((await readiness.text()).includes('"ou_')) return;
    await pause(20);
  }
  throw new Error('the bot has not learned who it is');
}

/** When `/healthz` first said 200, on the clock of `performance.now()`. */
async function firstAnswer(port: number, log: string): Promise<number> {
  const deadline = performance.now() + PATIENCE_MS;
  while (performance.now() < deadline) {
    const status = await fetch(`http://127.0.0.1:${port}/healthz`).then(
      (response) => response.status,
      () => 0,
    );
    if (status === 200) return performance.now();
    await pause(2);
  }
  throw new Error(`the bot does not answer: ${readFileSync(log, 'utf8').slice(-2000)}`);
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

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

/** The bot as a process of its own, started again whenever it ends before it is told to. */
export interface BotProcess {
  /** `http://127.0.0.1:<port>`; stays the same over restarts. */
  readonly url: string;
  /** Rejects when the bot keeps ending without ever having answered; never resolves. */
  readonly hopeless: Promise<never>;
  /** True while a process is there, ready or not. */
  isAlive(): boolean;
  /** Of the process that is there now, or was there last. */
  readonly pid: number | undefined;
  /** SIGKILL: no time to finish anything. Resolves once the process is gone. */
  kill(): Promise<void>;
  stop(): Promise<void>;
}

export interface BotProcessOptions {
  /** The process's environment; nothing is inherited. Asked for at each start, since `BOT_NOW` moves on. */
  readonly environment: (port: number) => Readonly<Record<string, string>>;
  /** Working folder: without a `.env` of anybody's. */
  readonly folder: string;
  readonly logFile: string;
  /** So many ends in a row before a single answer are no accident. Default 4. */
  readonly hopelessAfter?: number;
}

const PROGRAM = fileURLToPath(new URL('../../main.js', import.meta.url));
const HOPELESS_STARTS = 4;
const STOP_MS = 10_000;
/** Characters of the bot's error output that are told when it does not start. */
const LAST_WORDS = 2000;

/** Starts the built bot on a free port. Needs the compiled program: run from dist. */
export async function startBotProcess(options: BotProcessOptions): Promise<BotProcess> {
  const port = await findFreePort();
  const url = `http://127.0.0.1:${port}`;
  const log = createWriteStream(options.logFile, { flags: 'a' });
  const { promise: hopeless, reject: giveUp } = withReject();
  let child: ChildProcess | undefined;
  let stopping = false;
  let failures = 0;
  let lastWords = '';

  function start(): void {
    const env = options.environment(port);
    const started = spawn(process.execPath, [PROGRAM, 'serve'], {
      cwd: options.folder,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child = started;
    started.stdout.pipe(log, { end: false });
    started.stderr.pipe(log, { end: false });
    started.stderr.on('data', (chunk: Buffer) => {
      lastWords = `${lastWords}${chunk.toString()}`.slice(-LAST_WORDS);
    });
    void answers(url, started).then((ready) => {
      if (ready) failures = 0;
    });
    started.once('exit', (code) => {
      if (stopping) return;
      failures += code === null ? 0 : 1;
      if (failures < (options.hopelessAfter ?? HOPELESS_STARTS)) start();
      else giveUp(new Error(`the bot does not start (exit code ${code}):\n${lastWords}`));
    });
  }

  // Whatever makes this process exit, the bot does not outlive it.
  process.once('exit', () => child?.kill('SIGKILL'));
  start();
  return {
    url,
    hopeless,
    isAlive: () => child !== undefined && isRunning(child),
    get pid() {
      return child?.pid;
    },
    async kill() {
      const victim = child;
      if (victim === undefined || !isRunning(victim)) return;
      const gone = once(victim, 'exit');
      victim.kill('SIGKILL');
      await gone;
    },
    async stop() {
      stopping = true;
      if (child !== undefined) await end(child);
      log.end();
    },
  };
}

async function end(child: ChildProcess): Promise<void> {
  if (!isRunning(child)) return;
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
  await gone;
  clearTimeout(timer);
}

/** True once the bot answers; false when it ends before that. */
async function answers(url: string, child: ChildProcess): Promise<boolean> {
  while (isRunning(child)) {
    const ok = await fetch(`${url}/readyz`).then(
      (response) => response.ok,
      () => false,
    );
    if (ok) return true;
    await sleep(50);
  }
  return false;
}

function isRunning({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode === null && signalCode === null;
}

function withReject(): { promise: Promise<never>; reject: (error: Error) => void } {
  let reject: (error: Error) => void = () => undefined;
  const promise = new Promise<never>((_, fail) => {
    reject = fail;
  });
  // Whoever plays races against it; until then its rejection is nobody's loss.
  promise.catch(() => undefined);
  return { promise, reject };
}

async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}

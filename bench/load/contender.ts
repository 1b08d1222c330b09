import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { type Home, openFolder } from './home.ts';

/** A receiver in one or more processes of its own, ready to take requests. */
export interface Running {
  /** One for each process; connections are dealt out to them in turns. */
  readonly ports: readonly number[];
  readonly pids: readonly number[];
  /** Start of the process to its first 200 (or, where nothing serves one, to listening), in ms. */
  readonly readyMs: number;
  /** New requests that it will acknowledge, each with ids of its own. */
  requests(count: number): Promise<Buffer[]> | Buffer[];
  /** Ends it the hard way. What it promised to keep must be there all the same. */
  kill(): Promise<void>;
  /** How many events are stored; only of a receiver that stores them, and once it is dead. */
  readonly stored?: () => Promise<number>;
  /** Throws away what it left behind. */
  cleanUp(): Promise<void>;
}

export interface Contender {
  readonly of: string;
  start(): Promise<Running>;
}

export interface Program {
  /** Script and arguments, as after `node`. */
  readonly command: readonly [string, ...string[]];
  readonly requests: Running['requests'];
  /** Where it keeps what it stores. Default: an empty folder. */
  readonly openHome?: () => Promise<Home>;
  /** It promises to keep what it acknowledges. */
  readonly keeps?: boolean;
}

/** A program that is forked with the address of its home as its last argument and answers with its port. */
export function forkedContender(of: string, program: Program): Contender {
  return {
    of,
    async start() {
      const home = await (program.openHome ?? openFolder)();
      const [script, ...args] = program.command;
      const started = performance.now();
      const child = fork(script, [...args, home.address], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
      const port = await portOf(child, of);
      return {
        ports: [port],
        readyMs: performance.now() - started,
        pids: [child.pid ?? 0],
        requests: program.requests,
        kill: () => killProcess(child),
        ...(program.keeps && { stored: home.countEvents }),
        cleanUp: home.remove,
      };
    },
  };
}

async function portOf(child: ChildProcess, of: string): Promise<number> {
  const ended = once(child, 'exit').then(() => {
    throw new Error(`${of} ended before it listened`);
  });
  const [message] = await Promise.race([once(child, 'message'), ended]);
  ended.catch(() => undefined);
  return Number(message.port);
}

export async function killProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.kill('SIGKILL');
  await exit;
}

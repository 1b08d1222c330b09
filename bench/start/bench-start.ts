import { setTimeout as pause } from 'node:timers/promises';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { startSandbox } from '../../sandbox/start-sandbox.ts';
import type { BenchOptions } from '../bench.ts';
import type { Figure } from '../figure.ts';
import { type BotProcess, restartBotProcess, startBotProcess } from '../load/bot-process.ts';
import type { Contender, Running } from '../load/contender.ts';
import { driveClosed } from '../load/drive.ts';
import { larkRequests, TALK } from '../load/lark-requests.ts';
import { listPeers } from '../load/peers.ts';
import { usageOf } from '../process-usage.ts';
import { median, round } from '../statistics.ts';

const IDLE_MS = 1_000;
const EVENTS = { full: 10_000, quick: 500 } as const;

const UNITS = {
  'first answer': 'ms',
  'first event': 'ms',
  'CPU until then': 'ms',
  'memory idle': 'MB',
  'memory after events': 'MB',
} as const;
type Measures = Record<keyof typeof UNITS, number>;

/** From the start of the process to its first answers, and what it holds then. Rounds interleaved, medians told. */
export async function benchStart(options: BenchOptions): Promise<Figure[]> {
  const rounds = options.quick ? 1 : 5;
  const contenders = [...bots(), ...listPeers()].filter(options.wants);
  const results = new Map<string, Measures[]>(contenders.map(({ of }) => [of, []]));
  for (let index = 0; index < rounds; index += 1) {
    for (const contender of contenders) {
      options.progress(`start: round ${index + 1} of ${rounds}, ${contender.of}`);
      results.get(contender.of)?.push(await measure(contender, options.quick ? EVENTS.quick : EVENTS.full));
    }
  }
  return [...results].flatMap(([of, all]) => toFigures(of, all));
}

function bots(): Contender[] {
  return [bot('bot, first start', (sandbox) => startBotProcess(sandbox)), bot('bot', restartBotProcess)];
}

function bot(of: string, start: (sandbox: Sandbox) => Promise<BotProcess>): Contender {
  return {
    of,
    async start(): Promise<Running> {
      const sandbox = await startSandbox();
      const process = await start(sandbox);
      return {
        ...process,
        requests: (count) => larkRequests(count, sandbox.app, TALK),
        async cleanUp() {
          await sandbox.stop();
          process.cleanUp();
        },
      };
    },
  };
}

async function measure(contender: Contender, events: number): Promise<Measures> {
  const running = await contender.start();
  try {
    const sent = performance.now();
    await driveClosed(running.port, await running.requests(1));
    const firstEvent = running.readyMs + performance.now() - sent;
    const atFirst = usageOf(running.pid);
    await pause(IDLE_MS);
    const idle = usageOf(running.pid);
    await driveClosed(running.port, await running.requests(events));
    return {
      'first answer': running.readyMs,
      'first event': firstEvent,
      'CPU until then': atFirst.cpuMs,
      'memory idle': idle.rssMb,
      'memory after events': usageOf(running.pid).rssMb,
    };
  } finally {
    await running.kill();
    await running.cleanUp();
  }
}

function toFigures(of: string, all: readonly Measures[]): Figure[] {
  const names = Object.keys(UNITS) as (keyof Measures)[];
  return names.map((what) => ({
    name: 'start',
    of,
    what,
    figure: round(median(all.map((one) => one[what]))),
    unit: UNITS[what],
  }));
}

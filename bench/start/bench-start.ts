import { setTimeout as pause } from 'node:timers/promises';
import type { BenchOptions } from '../bench.ts';
import type { Figure } from '../figure.ts';
import { talkedTo } from '../load/bots.ts';
import type { Contender } from '../load/contender.ts';
import { driveClosed } from '../load/drive.ts';

import { listPeers, YARDSTICK } from '../load/peers.ts';
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
  const rounds = options.quick ? 1 : 3;
  const contenders = [...bots(), ...listPeers()].filter(options.wants);
  const results = new Map<string, Measures[]>(contenders.map(({ of }) => [of, []]));
  for (let index = 0; index < rounds; index += 1) {
    for (const contender of contenders) {
      options.progress(`start: round ${index + 1} of ${rounds}, ${contender.of}`);
      const measures = await options.attempt(contender.of, () =>
        measure(contender, options.quick ? EVENTS.quick : EVENTS.full),
      );
      if (measures) results.get(contender.of)?.push(measures);
    }
  }
  const medians = new Map(
    [...results].flatMap(([of, all]) => (all.length > 0 ? [[of, mediansOf(all)]] : [])),
  );
  const yardstick = medians.get(YARDSTICK);
  return [...medians].flatMap(([of, measures]) => toFigures(of, measures, yardstick));
}

function bots(): Contender[] {
  return [talkedTo('bot, first start', { isFirstStart: true }), talkedTo('bot', { isFirstStart: false })];
}

async function measure(contender: Contender, events: number): Promise<Measures> {
  const running = await contender.start();
  try {
    const sent = performance.now();
    await driveClosed(running.ports, await running.requests(1));
    const firstEvent = running.readyMs + performance.now() - sent;
    const atFirst = usageOf(running.pids);
    await pause(IDLE_MS);
    const idle = usageOf(running.pids);
    await driveClosed(running.ports, await running.requests(events));
    return {
      'first answer': running.readyMs,
      'first event': firstEvent,
      'CPU until then': atFirst.cpuMs,
      'memory idle': idle.rssMb,
      'memory after events': usageOf(running.pids).rssMb,
    };
  } finally {
    await running.kill();
    await running.cleanUp();
  }
}

const MEASURES = Object.keys(UNITS) as (keyof Measures)[];

function mediansOf(all: readonly Measures[]): Measures {
  const middle = (what: keyof Measures) => median(all.map((one) => one[what]));
  return {
    'first answer': middle('first answer'),
    'first event': middle('first event'),
    'CPU until then': middle('CPU until then'),
    'memory idle': middle('memory idle'),
    'memory after events': middle('memory after events'),
  };
}

function toFigures(of: string, measures: Measures, yardstick: Measures | undefined): Figure[] {
  const figure = (what: string, value: number, unit: string): Figure => ({
    name: 'start',
    of,
    what,
    figure: round(value),
    unit,
  });
  return [
    ...MEASURES.map((what) => figure(what, measures[what], UNITS[what])),
    ...(yardstick
      ? [figure(`first answer × ${YARDSTICK}`, measures['first answer'] / yardstick['first answer'], '')]
      : []),
  ];
}

import type { BenchOptions } from '../bench.ts';
import type { Figure } from '../figure.ts';
import type { Contender, Running } from '../load/contender.ts';
import { driveClosed, driveOpen, type Outcome } from '../load/drive.ts';
import { listPeers, listServers, YARDSTICK } from '../load/peers.ts';
import { usageOf } from '../process-usage.ts';
import { median, quantile, round } from '../statistics.ts';
import { OWN, RUNGS } from './contenders.ts';

interface Plan {
  readonly rounds: number;
  readonly warmUp: number;
  readonly measured: number;
  readonly openSeconds: number;
}

const FULL: Plan = { rounds: 3, warmUp: 2_000, measured: 8_000, openSeconds: 2 };
const QUICK: Plan = { rounds: 1, warmUp: 200, measured: 800, openSeconds: 1 };
const OPEN_RATES = [500, 1_500] as const;

type Measures = Record<string, number>;

const UNITS: Readonly<Record<string, string>> = {
  acknowledged: '1/s',
  p50: 'ms',
  p99: 'ms',
  'CPU a request': 'µs',
  'memory after': 'MB',
  'p99 at 500/s': 'ms',
  'p99 at 1500/s': 'ms',
  'acknowledged but lost': 'events',
};

/** Events acknowledged a second, and what one costs: rounds interleaved, each with a new process, medians told. */
export async function benchAck(options: BenchOptions): Promise<Figure[]> {
  const plan = options.quick ? QUICK : FULL;
  const contenders = [...OWN, ...RUNGS, ...listServers(), ...listPeers()].filter(options.wants);
  const results = new Map<string, Measures[]>(contenders.map(({ of }) => [of, []]));
  for (let index = 0; index < plan.rounds; index += 1) {
    for (const contender of contenders) {
      options.progress(`ack: round ${index + 1} of ${plan.rounds}, ${contender.of}`);
      const measures = await options.attempt(contender.of, () => measure(contender, plan, index === 0));
      if (measures) results.get(contender.of)?.push(measures);
    }
  }
  const medians = new Map([...results].map(([of, rounds]) => [of, mediansOf(rounds)]));
  const yardstick = medians.get(YARDSTICK);
  return [...medians].flatMap(([of, measures]) => [
    ...Object.entries(measures).map(([what, figure]) => toFigure(of, what, figure)),
    ...(yardstick ? ratios(of, measures, yardstick) : []),
  ]);
}

async function measure(contender: Contender, plan: Plan, withOpenLoop: boolean): Promise<Measures> {
  const running = await contender.start();
  try {
    const rates = withOpenLoop ? OPEN_RATES : [];
    const batches = [plan.warmUp, plan.measured, ...rates.map((rate) => rate * plan.openSeconds)];
    const requests = await running.requests(batches.reduce((sum, size) => sum + size, 0));
    const take = (size: number) => requests.splice(0, size);
    const warm = await driveClosed(running.ports, take(plan.warmUp));
    const before = usageOf(running.pids);
    const main = await driveClosed(running.ports, take(plan.measured));
    const after = usageOf(running.pids);
    const open: Measures = {};
    const outcomes: Outcome[] = [warm, main];
    for (const rate of rates) {
      const outcome = await driveOpen(running.ports, take(rate * plan.openSeconds), rate);
      open[`p99 at ${rate}/s`] = quantile(outcome.latencies, 0.99);
      outcomes.push(outcome);
    }
    return {
      acknowledged: main.acknowledged / main.seconds,
      p50: quantile(main.latencies, 0.5),
      p99: quantile(main.latencies, 0.99),
      'CPU a request': ((after.cpuMs - before.cpuMs) * 1000) / plan.measured,
      'memory after': after.rssMb,
      ...open,
      ...(await countLost(running, contender.of, outcomes)),
    };
  } finally {
    await running.kill();
    await running.cleanUp();
  }
}

/** Kills the process without warning and looks whether everything it acknowledged is in its database. */
async function countLost(running: Running, of: string, outcomes: readonly Outcome[]): Promise<Measures> {
  const refused = outcomes.reduce((sum, outcome) => sum + outcome.latencies.length - outcome.acknowledged, 0);
  if (refused > 0) throw new Error(`${of} did not answer ${refused} requests with 200`);
  if (running.stored === undefined) return {};
  await running.kill();
  const acknowledged = outcomes.reduce((sum, outcome) => sum + outcome.acknowledged, 0);
  const expected = of.includes('not stored') ? 0 : acknowledged;
  return { 'acknowledged but lost': expected - (await running.stored()) };
}

function mediansOf(rounds: readonly Measures[]): Measures {
  const names = [...new Set(rounds.flatMap((one) => Object.keys(one)))];
  const values = (name: string) => rounds.map((one) => one[name]).filter((value) => value !== undefined);
  return Object.fromEntries(names.map((name) => [name, median(values(name))]));
}

function ratios(of: string, measures: Measures, yardstick: Measures): Figure[] {
  const ratio = (what: string) => (measures[what] ?? Number.NaN) / (yardstick[what] ?? Number.NaN);
  return [
    toFigure(of, `acknowledged × ${YARDSTICK}`, ratio('acknowledged')),
    toFigure(of, `CPU × ${YARDSTICK}`, ratio('CPU a request')),
  ];
}

function toFigure(of: string, what: string, figure: number): Figure {
  return { name: 'ack', of, what, figure: round(figure), unit: UNITS[what] ?? '' };
}

import { fork } from 'node:child_process';
import { once } from 'node:events';
import type { BenchOptions } from '../bench.ts';
import type { Figure } from '../figure.ts';
import { median, round } from '../statistics.ts';
import type { Cost } from './report-cost.ts';

const SIZES = { full: [50, 500, 5_000], quick: [50] } as const;
const MAIN = process.argv[1] ?? '';

/** From a month's facts to its Word file, each in a process of its own, beside the least that could be done. */
export async function benchCompile(options: BenchOptions): Promise<Figure[]> {
  const rounds = options.quick ? 1 : 5;
  const figures: Figure[] = [];
  for (const items of options.quick ? SIZES.quick : SIZES.full) {
    for (const [child, of] of [
      ['render', `${items} items`],
      ['write-floor', `${items} items, floor`],
    ] as const) {
      if (!options.wants({ of })) continue;
      options.progress(`compile: ${of}`);
      const costs: Cost[] = [];
      for (let index = 0; index < rounds; index += 1) costs.push(await runOnce(child, items));
      figures.push(...toFigures(of, costs));
    }
  }
  return figures;
}

async function runOnce(child: string, items: number): Promise<Cost> {
  const process = fork(MAIN, ['--child', child, String(items)], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const failed = once(process, 'exit').then(() => {
    throw new Error(`${child} of ${items} items ended without a result`);
  });
  const [cost] = await Promise.race([once(process, 'message'), failed]);
  failed.catch(() => undefined);
  const exit = once(process, 'exit');
  process.disconnect();
  await exit;
  return cost;
}

function toFigures(of: string, costs: readonly Cost[]): Figure[] {
  const of3 = (what: string, unit: string, values: readonly number[]): Figure => ({
    name: 'compile',
    of,
    what,
    figure: round(median(values)),
    unit,
  });
  return [
    of3(
      'time',
      'ms',
      costs.map((cost) => cost.milliseconds),
    ),
    of3(
      'peak memory',
      'MB',
      costs.map((cost) => cost.peakMb),
    ),
    of3(
      'file',
      'KB',
      costs.map((cost) => cost.bytes / 1024),
    ),
  ];
}

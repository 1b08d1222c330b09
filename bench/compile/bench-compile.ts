import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BenchOptions } from '../bench.ts';
import type { Figure } from '../figure.ts';
import { median, round } from '../statistics.ts';
import type { Cost } from './report-cost.ts';
import { runPandoc } from './run-pandoc.ts';

const SIZES = { full: [50, 500, 5_000, 20_000], quick: [50] } as const;
const MAIN = process.argv[1] ?? '';

/** A way from a month to its Word file, measured in a process of its own; undefined where it can't be taken. */
type Contender = (folder: string) => Promise<Cost | undefined>;

const FLOOR = 'floor';
const BARE = 'bare text';
const PANDOC = 'pandoc';
const OTHERS = [FLOOR, BARE, PANDOC];
/** Of more items pandoc's minutes are measured once. */
const MOST_FOR_PANDOC = 500;

/** From a month's facts to its Word file, beside the least that could be done, and beside pandoc with the same text. */
export async function benchCompile(options: BenchOptions): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const items of options.quick ? SIZES.quick : SIZES.full) {
    const folder = mkdtempSync(join(tmpdir(), 'bench-compile-'));
    try {
      figures.push(...(await benchMonth(items, folder, options)));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
  return figures;
}

async function benchMonth(items: number, folder: string, options: BenchOptions): Promise<Figure[]> {
  const contenders: readonly (readonly [string, Contender])[] = [
    ['', () => runOnce('render', items)],
    [FLOOR, () => runOnce('write-floor', items)],
    [BARE, () => runOnce('write-bare-text', items)],
    [PANDOC, runPandoc],
  ];
  const named = contenders
    .map(([name, run]) => ({ name, run, of: nameOf(items, name) }))
    .filter(options.wants);
  if (named.some(({ name }) => name === PANDOC)) await runOnce('write-markdown', items, folder);
  const costs = new Map<string, Cost[]>(named.map(({ name }) => [name, []]));
  const rounds = options.quick ? 1 : 5;
  // In turns, so that what else the machine does meets all of them.
  for (let round = 0; round < rounds; round += 1) {
    for (const { name, run, of } of named) {
      if (name === PANDOC && round > 0 && items > MOST_FOR_PANDOC) continue;
      options.progress(`compile: ${of}`);
      const cost = await run(folder);
      if (cost === undefined) options.progress(`compile: ${name} is not installed`);
      else costs.get(name)?.push(cost);
    }
  }
  return [...costs.keys()].flatMap((name) => toFigures(items, name, costs));
}

function nameOf(items: number, name: string): string {
  return name === '' ? `${items} items` : `${items} items, ${name}`;
}

async function runOnce(child: string, items: number, folder = ''): Promise<Cost> {
  const process = fork(MAIN, ['--child', child, String(items), folder], {
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

/** Of the report itself also how many times as long as another it takes. */
function toFigures(items: number, name: string, costs: ReadonlyMap<string, readonly Cost[]>): Figure[] {
  const middle = (of: string, key: keyof Cost) => median((costs.get(of) ?? []).map((cost) => cost[key]));
  const times = (key: keyof Cost, other: string) =>
    name === '' ? middle(name, key) / middle(other, key) : Number.NaN;
  const figures: readonly (readonly [string, string, number])[] = [
    ['time', 'ms', middle(name, 'milliseconds')],
    ...OTHERS.map((other) => [`time × ${other}`, '', times('milliseconds', other)] as const),
    ['CPU', 'ms', middle(name, 'cpuMs')],
    ...OTHERS.map((other) => [`CPU × ${other}`, '', times('cpuMs', other)] as const),
    ['peak memory', 'MB', middle(name, 'peakMb')],
    ['file', 'KB', middle(name, 'bytes') / 1024],
  ];
  const of = nameOf(items, name);
  return figures.map(([what, unit, figure]) => ({ name: 'compile', of, what, figure: round(figure), unit }));
}

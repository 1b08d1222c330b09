import { COUNTERS, type CounterName, HISTOGRAMS, type HistogramName } from './metric-list.ts';

/** Counts as things happen. What it knows is the process's own and begins with nothing at each start. */
export interface Meter {
  /** One more with this value of the counter's label. */
  count(name: CounterName, value: string): void;
  observe(name: HistogramName, seconds: number): void;
}

export interface Distribution {
  /** How many fell into each bucket of the list (not into those below it), and at the end how many into none. */
  readonly buckets: readonly number[];
  readonly sumSeconds: number;
}

export interface Readings {
  counts(name: CounterName): ReadonlyMap<string, number>;
  distribution(name: HistogramName): Distribution;
}

/** Plain numbers, since the metrics library is loaded only when somebody asks for the page. */
export function createMeter(): Meter & Readings {
  const counts = new Map<string, Map<string, number>>();
  const sums = new Map<string, { buckets: number[]; sumSeconds: number }>();

  function countsOf(name: CounterName): Map<string, number> {
    const known = counts.get(name);
    if (known !== undefined) return known;
    const values: readonly string[] = COUNTERS[name].values;
    const fresh = new Map(values.map((value) => [value, 0]));
    counts.set(name, fresh);
    return fresh;
  }

  function sumsOf(name: HistogramName) {
    const known = sums.get(name);
    if (known !== undefined) return known;
    const fresh = { buckets: [...HISTOGRAMS[name].buckets, 0].fill(0), sumSeconds: 0 };
    sums.set(name, fresh);
    return fresh;
  }

  return {
    count(name, value) {
      const of = countsOf(name);
      of.set(value, (of.get(value) ?? 0) + 1);
    },
    observe(name, seconds) {
      const of = sumsOf(name);
      const found = HISTOGRAMS[name].buckets.findIndex((end) => seconds <= end);
      const place = found === -1 ? of.buckets.length - 1 : found;
      of.buckets[place] = (of.buckets[place] ?? 0) + 1;
      of.sumSeconds += seconds;
    },
    counts: countsOf,
    distribution: sumsOf,
  };
}

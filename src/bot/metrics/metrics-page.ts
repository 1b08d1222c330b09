import { Counter, collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import type { Distribution, Readings } from './create-meter.ts';
import { COUNTERS, GAUGES, HISTOGRAMS, type HistogramName } from './metric-list.ts';
import { type GaugeSources, readGauges } from './read-gauges.ts';

export interface MetricsSources extends GaugeSources {
  readonly meter: Readings;
}

/** Draws the page anew, in Prometheus' text format. */
export type MetricsPage = () => Promise<string>;

export function createMetricsPage(sources: MetricsSources): MetricsPage {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const counters = listOf(COUNTERS).map(([name, { help, label }]) => ({
    name,
    label,
    counter: new Counter({ name, help, labelNames: [label], registers }),
  }));
  const gauges = new Map(
    listOf(GAUGES).map(([name, spec]) => {
      const labelNames: string[] = 'label' in spec ? [spec.label] : [];
      return [name, new Gauge({ name, help: spec.help, labelNames, registers })];
    }),
  );
  return async () => {
    for (const { name, label, counter } of counters) {
      counter.reset();
      for (const [value, count] of sources.meter.counts(name)) counter.inc({ [label]: value }, count);
    }
    for (const gauge of gauges.values()) {
      gauge.reset();
      // One without a label begins anew as 0, which would be a reading that nobody has taken.
      gauge.remove({});
    }
    for (const { name, labels, value } of await readGauges(sources)) gauges.get(name)?.set(labels, value);
    const histograms = listOf(HISTOGRAMS).map(([name]) =>
      drawHistogram(name, sources.meter.distribution(name)),
    );
    return [await registry.metrics(), ...histograms].join('\n');
  };
}

/**
 * A histogram in Prometheus' text format. By hand, since the library's own takes values one by one, and it is not there
 * yet when the first are observed.
 */
function drawHistogram(name: HistogramName, { buckets, sumSeconds }: Distribution): string {
  const { help, buckets: ends } = HISTOGRAMS[name];
  let count = 0;
  const rows = [...ends, '+Inf'].map((end, place) => {
    count += buckets[place] ?? 0;
    return `${name}_bucket{le="${end}"} ${count}`;
  });
  const head = [`# HELP ${name} ${help}`, `# TYPE ${name} histogram`];
  return [...head, ...rows, `${name}_sum ${sumSeconds}`, `${name}_count ${count}`, ''].join('\n');
}

function listOf<T extends object>(list: T): { [K in keyof T]: [K, T[K]] }[keyof T][] {
  return Object.entries(list) as { [K in keyof T]: [K, T[K]] }[keyof T][];
}

import type { Clock } from '../kernel/clock.ts';
import type { Store } from '../store/create-store.ts';
import type { MetricsPage } from './metrics-page.ts';

export interface Metrics {
  /** Counts what became of an event at the door: `stored`, `duplicate` or `ignored`. */
  countEvent(result: string): void;
  /** All figures in Prometheus' text format, read from the database now. */
  text(): Promise<string>;
}

/** The library behind the page is loaded when somebody first asks: it costs 10 MB, and starting 40 ms. */
export function createMetrics(store: Store, clock: Clock): Metrics {
  const events = new Map<string, number>();
  let page: Promise<MetricsPage> | undefined;
  const load = async () => (await import('./metrics-page.ts')).createMetricsPage({ store, clock, events });
  return {
    countEvent: (result) => void events.set(result, (events.get(result) ?? 0) + 1),
    async text() {
      page ??= load();
      return (await page)();
    },
  };
}

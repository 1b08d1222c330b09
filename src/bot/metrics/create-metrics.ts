import type { MetricsPage, MetricsSources } from './metrics-page.ts';

/**
 * All figures in Prometheus' text format, read from the database now. The library behind the page is loaded when
 * somebody first asks: it costs 10 MB, and starting 40 ms.
 */
export function createMetrics(sources: MetricsSources): MetricsPage {
  let page: Promise<MetricsPage> | undefined;
  const load = async () => (await import('./metrics-page.ts')).createMetricsPage(sources);
  return async () => {
    page ??= load();
    return (await page)();
  };
}

import { COUNTERS, GAUGES, HISTOGRAMS } from '../../src/bot/metrics/metric-list.ts';
import { type GeneratedPage, generatedPage, markdownTable } from './generated-page.ts';

const INTRO = `What \`GET /metrics\` shows, in Prometheus' text format: to this machine, or to whoever sends \`METRICS_TOKEN\` as
\`Authorization: Bearer …\`. No label names a group or a person. Counters begin with 0 at each start of the process; gauges
are read from the database when the page is asked for. Beside these the page has the usual figures of the process
(\`process_…\`) and of Node (\`nodejs_…\`).`;

interface Spec {
  readonly help: string;
  readonly label?: string;
  readonly values?: readonly string[];
  readonly buckets?: readonly number[];
}

/** Every figure the bot shows of itself. */
export function metricsPage(): GeneratedPage {
  return generatedPage('metrics.md', 'src/bot/metrics/metric-list.ts', [
    '# Metrics',
    INTRO,
    ...[
      ['Counters', COUNTERS] as const,
      ['Gauges', GAUGES] as const,
      ['Histograms, in seconds', HISTOGRAMS] as const,
    ].flatMap(([title, list]) => [
      `## ${title}`,
      markdownTable(['metric', 'label', 'what it says'], Object.entries<Spec>(list).map(rowOf)),
    ]),
  ]);
}

function rowOf([name, { help, label, values, buckets }]: [string, Spec]): string[] {
  const known = (values ?? []).map((value) => `\`${value}\``).join(' ');
  const shown = label === undefined ? '' : `\`${label}\`${known === '' ? '' : `: ${known}`}`;
  return [`\`${name}\``, shown, buckets === undefined ? help : `${help}. Buckets: ${buckets.join(', ')}`];
}

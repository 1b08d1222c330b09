/** One measured number. On the command line with `--json` each is one line. */
export interface Figure {
  /** The bench it comes from, as on the command line: `ack`, `latency`, … */
  readonly name: string;
  /** What stood on the bench, e.g. a receiver or a size. */
  readonly of: string;
  /** What was measured. */
  readonly what: string;
  readonly figure: number;
  readonly unit: string;
}

export function asJsonLine(figure: Figure): string {
  return `${JSON.stringify(figure)}\n`;
}

/** The figures of one bench as Markdown: a line for each thing measured, a column for each measure. */
export function asTable(name: string, figures: readonly Figure[]): string {
  const columns = [...new Set(figures.map((one) => heading(one)))];
  const rows = [...new Set(figures.map((one) => one.of))];
  const cell = (row: string, column: string) =>
    figures.find((one) => one.of === row && heading(one) === column)?.figure.toLocaleString('en-US') ?? '';
  const lines = [
    [name, ...columns],
    ...rows.map((row) => [row, ...columns.map((column) => cell(row, column))]),
  ];
  const widths = [name, ...columns].map((_, at) => Math.max(...lines.map((line) => (line[at] ?? '').length)));
  const pad = (text: string, at: number) =>
    at === 0 ? text.padEnd(widths[0] ?? 0) : text.padStart(widths[at] ?? 0);
  const [head, ...body] = lines.map((line) => `| ${line.map(pad).join(' | ')} |`);
  const rule = `|${widths.map((width, at) => (at === 0 ? '-'.repeat(width + 2) : `${'-'.repeat(width + 1)}:`)).join('|')}|`;
  return [head, rule, ...body].join('\n');
}

function heading({ what, unit }: Figure): string {
  return unit === '' ? what : `${what}, ${unit}`;
}

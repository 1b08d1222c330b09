import { el } from '../el.ts';
import { type ChartData, readChart } from './read-chart.ts';
import { svg } from './svg.ts';

/** Units of the drawing, which grows with the card. */
const WIDTH = 320;
const ROW = 22;
const LABEL = 76;
const PLOT = { top: 16, height: 110, foot: 18 };
const COLOURS = 6;

/** A chart as a drawing with its figures beside it for those who do not see it; undefined for one not understood. */
export function drawChart(spec: unknown): HTMLElement | undefined {
  const chart = readChart(spec);
  if (chart === undefined) return undefined;
  const shapes = { bar: drawBars, row: drawRows, line: drawLines, pie: drawRows }[chart.kind](chart);
  const drawing = svg(
    'svg',
    { viewBox: `0 0 ${WIDTH} ${shapes.height}`, role: 'img', 'aria-label': describe(chart) },
    ...shapes.marks,
  );
  const title = chart.title === '' ? null : el('figcaption', {}, chart.title);
  return el('figure', { class: 'chart' }, title, drawing, chart.series.length > 1 ? drawLegend(chart) : null);
}

interface Shapes {
  readonly height: number;
  readonly marks: readonly SVGElement[];
}

/** Lying bars; parts of a whole are drawn so as well, since lengths compare better than angles. */
function drawRows(chart: ChartData): Shapes {
  const top = highest(chart);
  const thick = ROW / chart.series.length - 2;
  const marks = everyValue(chart).flatMap(({ value, label, at, nth }) => {
    const y = at * ROW + nth * (thick + 2);
    const length = (Math.max(0, value) / top) * (WIDTH - LABEL - 40);
    return [
      svg(
        'rect',
        { x: LABEL, y: y + 1, width: length, height: thick, class: colour(nth) },
        tip(label, value),
      ),
      text(String(value), { x: LABEL + length + 4, y: y + thick / 2 + 4 }),
    ];
  });
  const labels = chart.labels.map((label, at) =>
    text(label, { x: LABEL - 6, y: at * ROW + ROW / 2 + 3, 'text-anchor': 'end' }),
  );
  return { height: chart.labels.length * ROW, marks: [...labels, ...marks] };
}

function drawBars(chart: ChartData): Shapes {
  const slot = WIDTH / chart.labels.length;
  const wide = (slot * 0.7) / chart.series.length;
  const marks = everyValue(chart).flatMap(({ value, label, at, nth }) => {
    const x = at * slot + slot * 0.15 + nth * wide;
    const y = heightOf(value, chart);
    return [
      svg('rect', { x, y, width: wide, height: foot() - y, class: colour(nth) }, tip(label, value)),
      text(String(value), { x: x + wide / 2, y: y - 4, 'text-anchor': 'middle' }),
    ];
  });
  return upright(chart, marks);
}

function drawLines(chart: ChartData): Shapes {
  const slot = WIDTH / chart.labels.length;
  const points = everyValue(chart).map((one) => ({
    ...one,
    x: one.at * slot + slot / 2,
    y: heightOf(one.value, chart),
  }));
  const lines = chart.series.map((_series, nth) => {
    const own = points.filter((point) => point.nth === nth);
    return svg('polyline', { points: own.map(({ x, y }) => `${x},${y}`).join(' '), class: colour(nth) });
  });
  const dots = points.flatMap(({ x, y, value, label, nth }) => [
    svg('circle', { cx: x, cy: y, r: 3, class: colour(nth) }, tip(label, value)),
    text(String(value), { x, y: y - 6, 'text-anchor': 'middle' }),
  ]);
  return upright(chart, [...lines, ...dots]);
}

function upright(chart: ChartData, marks: readonly SVGElement[]): Shapes {
  const slot = WIDTH / chart.labels.length;
  const labels = chart.labels.map((label, at) =>
    text(label, { x: at * slot + slot / 2, y: foot() + 13, 'text-anchor': 'middle' }),
  );
  const ground = svg('line', { x1: 0, x2: WIDTH, y1: foot(), y2: foot() });
  return { height: foot() + PLOT.foot, marks: [ground, ...labels, ...marks] };
}

function drawLegend({ series }: ChartData): HTMLElement {
  const entries = series.map(({ name }, nth) => el('li', { class: colour(nth) }, name));
  return el('ul', { class: 'legend' }, ...entries);
}

function everyValue({ labels, series }: ChartData) {
  return series.flatMap(({ values }, nth) =>
    values.flatMap((value, at) => (value === undefined ? [] : [{ value, label: labels[at] ?? '', at, nth }])),
  );
}

function describe(chart: ChartData): string {
  const values = everyValue(chart).map(({ label, value, nth }) => {
    const name = chart.series[nth]?.name ?? '';
    return `${name === '' ? '' : `${name} `}${label} ${value}`;
  });
  return [chart.title, ...values].filter((part) => part !== '').join('，');
}

function highest(chart: ChartData): number {
  return Math.max(1, ...everyValue(chart).map(({ value }) => value));
}

function heightOf(value: number, chart: ChartData): number {
  return foot() - (Math.max(0, value) / highest(chart)) * PLOT.height;
}

function foot(): number {
  return PLOT.top + PLOT.height;
}

function colour(nth: number): string {
  return `series-${nth % COLOURS}`;
}

function text(content: string, props: Readonly<Record<string, string | number>>): SVGElement {
  return svg('text', props, content);
}

function tip(label: string, value: number): SVGElement {
  return svg('title', {}, `${label} ${value}`);
}

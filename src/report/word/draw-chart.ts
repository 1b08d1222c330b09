import { Paragraph } from 'docx';
import { ChartRun } from 'docx/charts';
import type { ChartBlock } from '../markdown/block.ts';
import { FONT, LINE, SIZE, TEXT_WIDTH } from './page.ts';
import { PICTURE_STYLE } from './styles.ts';

/** Pixels of the document library, 96 to the inch, in a twip. */
const PIXELS = 96 / 1440;
const WIDTH = Math.floor(TEXT_WIDTH * PIXELS);
/** A bar, with the space to the next; at most a page of them. */
const BAR_LINES = 1;
const HEAD_LINES = 3;
const MOST_LINES = 20;
const COLUMN_LINES = 7;

/** Prints as well in black and white. */
const COLOR = '44546A';
const TEXT = { name: FONT.pageNumber, color: '000000' } as const;
/** Points; a half-point is what the document counts in. */
const SMALL = { ...TEXT, size: 10.5 } as const;

/** A chart that Word draws itself from the figures in it: it needs no font here, and stays editable. None without a figure. */
export function drawChart({ shape, title, series, points }: ChartBlock): Paragraph | undefined {
  if (!points.some(({ value = 0 }) => value > 0)) return undefined;
  const lines = shape === 'bar' ? Math.min(HEAD_LINES + points.length * BAR_LINES, MOST_LINES) : COLUMN_LINES;
  const chart = new ChartRun({
    type: shape,
    title: { text: title, font: { ...TEXT, size: SIZE.small / 2, bold: false } },
    categories: points.map(({ label }) => label),
    // What is not known leaves a gap: it is not nothing.
    series: [{ name: series, values: points.map(({ value }) => value ?? null), color: COLOR }],
    legend: false,
    font: TEXT,
    gapWidth: 80,
    dataLabels: { value: true, position: 'outsideEnd', font: SMALL },
    categoryAxis: { font: SMALL, ...(shape === 'bar' && { reverseOrder: true }) },
    valueAxis: { visible: false, gridlines: false, minimum: 0 },
    chartArea: { border: 'none' },
    transformation: { width: WIDTH, height: Math.floor(lines * LINE * PIXELS) },
    altText: { name: title, description: describe({ title, points }) },
  });
  return new Paragraph({ style: PICTURE_STYLE.image, keepNext: false, children: [chart] });
}

/** For those who can't see it. */
function describe({ title, points }: Pick<ChartBlock, 'title' | 'points'>): string {
  return `${title}：${points.map(({ label, value }) => `${label}${value ?? '不详'}`).join('，')}`;
}

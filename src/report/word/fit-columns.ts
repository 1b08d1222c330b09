import { type Cell, plainText } from '../markdown/block.ts';
import { measureText } from './measure-text.ts';
import { SIZE, TEXT_WIDTH } from './page.ts';

/** Room at the left and right of a cell's text, twips. */
export const CELL_MARGIN = 40;

/** A Chinese character in a cell, twips (a half-point is ten). */
const FULL = SIZE.small * 10;

/** A column of short words is not to wrap them. */
const SHORT = 5 * FULL + 2 * CELL_MARGIN;

interface Column {
  /** Room for the longest cell in one line; headers may take two. */
  readonly wanted: number;
  /** Share of what there is not enough of. In proportion to the root of the text's length, the lines are fewest. */
  readonly weight: number;
}

/** Widths for a table's columns, in twips, filling the type area exactly, so that rows wrap as little as they can. */
export function fitColumns(rows: readonly (readonly Cell[])[]): number[] {
  const [header = [], ...body] = rows;
  return fillExactly(shareOut(header.map((head, column) => measureColumn(head, body, column))));
}

function measureColumn(head: Cell, body: readonly (readonly Cell[])[], column: number): Column {
  const widths = body.map((row) => widthOf(row[column] ?? []));
  const least = Math.max(Math.ceil(widthOf(head) / FULL / 2), 2) * FULL;
  const longest = widths.reduce((most, width) => Math.max(most, width), least);
  const average = sum(widths) / Math.max(widths.length, 1);
  return { wanted: longest + 2 * CELL_MARGIN, weight: Math.sqrt(Math.max(average, least)) };
}

function shareOut(columns: readonly Column[]): number[] {
  const total = sum(columns.map(({ wanted }) => wanted));
  if (total <= TEXT_WIDTH) return columns.map(({ wanted }) => (wanted * TEXT_WIDTH) / total);
  const short = columns.filter(({ wanted }) => wanted <= SHORT);
  const room = TEXT_WIDTH - sum(short.map(({ wanted }) => wanted));
  // Where short columns would leave next to nothing to the others, all have to give.
  const spared = room >= SHORT * (columns.length - short.length) ? short : [];
  const fixed = closeColumns(columns, new Set(spared));
  const ratio = ratioOf(columns, fixed);
  return columns.map((column) => (fixed.has(column) ? column.wanted : column.weight * ratio));
}

/** Adds the columns whose share of the room would be more than they want, until the others' share is all theirs. */
function closeColumns(columns: readonly Column[], fixed: ReadonlySet<Column>): ReadonlySet<Column> {
  const ratio = ratioOf(columns, fixed);
  const content = columns.filter((column) => !fixed.has(column) && column.wanted <= column.weight * ratio);
  return content.length === 0 ? fixed : closeColumns(columns, new Set([...fixed, ...content]));
}

function ratioOf(columns: readonly Column[], fixed: ReadonlySet<Column>): number {
  const room = TEXT_WIDTH - sum([...fixed].map(({ wanted }) => wanted));
  return room / sum(columns.filter((column) => !fixed.has(column)).map(({ weight }) => weight));
}

/** Whole twips; what rounding leaves goes to the last column. */
function fillExactly(widths: readonly number[]): number[] {
  const whole = widths.map(Math.floor);
  const rest = TEXT_WIDTH - sum(whole);
  return whole.map((width, index) => (index === whole.length - 1 ? width + rest : width));
}

function widthOf(cell: Cell): number {
  return measureText(plainText(cell)) * FULL;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}

import { type Cell, plainText } from '../markdown/block.ts';
import { measureText } from './measure-text.ts';
import { SIZE, TEXT_WIDTH } from './page.ts';

/** Room at the left and right of a cell's text, twips. */
export const CELL_MARGIN = 40;

/** A Chinese character in a cell, twips (a half-point is ten). */
const FULL = SIZE.small * 10;

/**
 * Widths for a table's columns, in twips, filling the type area exactly: narrow columns get what their longest cell
 * needs, the others share what is left in proportion to theirs. Headers may take two lines.
 */
export function fitColumns(rows: readonly (readonly Cell[])[]): number[] {
  const [header = [], ...body] = rows;
  const wanted = header.map((head, column) => {
    const texts = body.map((row) => widthOf(row[column] ?? []));
    const widest = texts.reduce((most, width) => Math.max(most, width), 0);
    return Math.max(widest, Math.ceil(widthOf(head) / FULL / 2) * FULL, 2 * FULL) + 2 * CELL_MARGIN;
  });
  return fillExactly(shareOut(wanted));
}

/** Lowers the widest columns to one common width until all fit, or widens all alike when there is room to spare. */
function shareOut(wanted: readonly number[]): number[] {
  const total = sum(wanted);
  if (total <= TEXT_WIDTH) return wanted.map((width) => (width * TEXT_WIDTH) / total);
  const ascending = [...wanted].sort((left, right) => left - right);
  let room = TEXT_WIDTH;
  let limit = TEXT_WIDTH;
  for (const [index, width] of ascending.entries()) {
    limit = room / (ascending.length - index);
    if (width > limit) break;
    room -= width;
  }
  return wanted.map((width) => Math.min(width, limit));
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

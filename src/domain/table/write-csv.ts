import type { Cell } from './table.ts';

/** Without it Excel reads the file in the machine's old Chinese code page. */
const BYTE_ORDER_MARK = '\uFEFF';

/** What Excel and WPS take for the start of a formula, blanks before it included. */
const FORMULA = /^\s*[=+\-@＝＋－＠]|^[\t\r]/u;

/**
 * Rows as a CSV file (RFC 4180: CRLF, quotes doubled), UTF-8 with a byte order mark. A text that a spreadsheet would run
 * as a formula gets a `'` before it.
 */
export function writeCsv(rows: readonly (readonly Cell[])[]): string {
  return `${BYTE_ORDER_MARK}${rows.map((row) => `${row.map(writeCell).join(',')}\r\n`).join('')}`;
}

function writeCell(cell: Cell): string {
  if (typeof cell === 'number') return String(cell);
  const safe = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

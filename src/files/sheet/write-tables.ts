import writeExcelFile from 'write-excel-file/node';
import type { Cell, Table } from '../../domain/table/table.ts';

/** Longest text of a cell in UTF-16 units: Excel refuses to open a file that has a longer one. */
const LONGEST_TEXT = 32_767;

const [NARROW, USUAL, WIDE] = [8, 14, 40];

/**
 * An .xlsx with a sheet for each table; the first row is its header. Texts are cells of text, so none is ever read as a
 * formula; one that is too long for a cell goes on in the row below.
 */
export async function writeTables(tables: readonly Table[]): Promise<Uint8Array> {
  const sheets = tables.map(({ name, rows }) => ({
    sheet: name,
    data: rows.flatMap(splitRow).map((row, index) => row.map((cell) => writeCell(cell, index === 0))),
    columns: measureColumns(rows),
    stickyRowsCount: 1,
  }));
  return writeExcelFile(sheets).toBuffer();
}

function writeCell(cell: Cell, isHeader: boolean) {
  if (typeof cell === 'number') return { value: cell, type: Number };
  return { value: keepable(cell), type: String, ...(isHeader && { fontWeight: 'bold' as const }) };
}

/** The library counts texts in a plain object, and loses those that every object knows, such as `toString`. */
function keepable(value: string): string {
  return value in {} ? `${value} ` : value;
}

/** The row, and as many below it as its longest text needs. */
function splitRow(row: readonly Cell[]): (readonly Cell[])[] {
  const parts = Math.max(1, ...row.map((cell) => Math.ceil(String(cell).length / LONGEST_TEXT)));
  if (parts === 1) return [row];
  return Array.from({ length: parts }, (_, part) =>
    row.map((cell) => {
      if (typeof cell === 'number') return part === 0 ? cell : '';
      return cell.slice(part * LONGEST_TEXT, (part + 1) * LONGEST_TEXT);
    }),
  );
}

/** Widths by what stands in the first rows. A note below, in a first cell, makes no column wide. */
function measureColumns(rows: readonly (readonly Cell[])[]): { width: number }[] {
  const [header = []] = rows;
  const full = rows.slice(0, 50).filter((row) => row.length === header.length);
  return header.map((_, column) => {
    const longest = Math.max(0, ...full.map((row) => String(row[column] ?? '').length));
    return { width: longest <= 4 ? NARROW : longest <= 12 ? USUAL : WIDE };
  });
}

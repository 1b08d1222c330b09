import writeExcelFile from 'write-excel-file/node';

/** An .xlsx with one sheet; the first row is the header. Every cell is text, so none is ever read as a formula. */
export async function writeSheet(rows: readonly (readonly string[])[]): Promise<Uint8Array> {
  const [header = []] = rows;
  const data = rows.map((row, index) =>
    row.map((value) => ({
      value: keepable(value),
      type: String,
      ...(index === 0 && { fontWeight: 'bold' as const }),
    })),
  );
  const columns = header.map(() => ({ width: 20 }));
  return writeExcelFile(data, { columns, stickyRowsCount: 1 }).toBuffer();
}

/** The library counts texts in a plain object, and loses those that every object knows, such as `toString`. */
function keepable(value: string): string {
  return value in {} ? `${value} ` : value;
}

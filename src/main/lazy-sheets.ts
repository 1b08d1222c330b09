import type { Sheets } from '../bot/ports.ts';

/** Spreadsheets come and go a few times a year: their libraries are loaded with the first one, not at every start. */
export const lazySheets: Sheets = {
  async read(bytes) {
    const { readSheet } = await import('../files/sheet/read-sheet.ts');
    return readSheet(bytes);
  },
  async write(rows) {
    const { writeSheet } = await import('../files/sheet/write-sheet.ts');
    return writeSheet(rows);
  },
};

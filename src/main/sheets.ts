import type { Sheets } from '../bot/ports.ts';
import { runInThread } from './run-in-thread.ts';

/** Longest time for one spreadsheet, and most memory: 20,000 items take 1.2 s of the processor. */
const LIMITS = { timeoutMs: 120_000, memoryMb: 1024 };

/** Up to this many cells a sheet is written in the time that starting a thread takes. */
const FEW_CELLS = 5000;

/**
 * Spreadsheets come and go a few times a year: their libraries are loaded with the first one, not at every start. Long
 * ones are written in a thread of their own, so that the platform does not wait meanwhile. Run from the sources (tests),
 * there is no compiled thread to start, and all are written here.
 */
export const sheets: Sheets = {
  async read(bytes) {
    const { readSheet } = await import('../files/sheet/read-sheet.ts');
    return readSheet(bytes);
  },
  async write(tables) {
    const cells = tables.reduce((sum, { rows }) => sum + rows.length * (rows[0]?.length ?? 0), 0);
    if (cells > FEW_CELLS && !import.meta.url.endsWith('.ts')) {
      return runInThread(new URL('./sheet-thread.js', import.meta.url), tables, LIMITS);
    }
    const { writeTables } = await import('../files/sheet/write-tables.ts');
    return writeTables(tables);
  },
};

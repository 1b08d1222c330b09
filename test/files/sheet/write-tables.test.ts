import { expect, it } from 'vitest';
import { readSheet } from '../../../src/files/sheet/read-sheet.ts';
import { writeTables } from '../../../src/files/sheet/write-tables.ts';

it('goes on in the next row with a text that is too long for a cell of Excel', async () => {
  const long = '核'.repeat(70_000);
  const reading = await readSheet(
    await writeTables([
      {
        name: '明细',
        rows: [
          ['编号', '内容', '次数'],
          ['甲', long, 3],
        ],
      },
    ]),
  );
  if (!reading.ok) throw new Error(reading.reason);
  const rows = reading.rows.slice(1);
  expect(rows.map(([number]) => number)).toEqual(['甲', '', '']);
  expect(rows.map((row) => row[1] ?? '').join('')).toBe(long);
  expect(rows.every((row) => (row[1] ?? '').length <= 32_767)).toBe(true);
});

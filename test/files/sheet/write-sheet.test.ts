import { unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { writeTables } from '../../../src/files/sheet/write-tables.ts';

it('what looks like a formula stays text', async () => {
  const texts = [
    '=HYPERLINK("http://example.test","x")',
    '+1+1',
    '-1',
    '@SUM(A1)',
    '\t=1',
    "=cmd|'/c calc'!A1",
  ];
  const files = unzipSync(
    await writeTables([{ name: 'list', rows: [['column'], ...texts.map((text) => [text])] }]),
  );
  const sheets = Object.entries(files).filter(([path]) => /worksheets\/.*\.xml$/.test(path));
  const cells = sheets.flatMap(
    ([, bytes]) =>
      Buffer.from(bytes)
        .toString()
        .match(/<c [^>]*>/g) ?? [],
  );

  expect(cells.length).toBeGreaterThanOrEqual(texts.length + 1);
  expect(cells.filter((cell) => !/ t="(s|inlineStr|str)"/.test(cell))).toEqual([]);
  for (const [, bytes] of sheets) expect(Buffer.from(bytes).toString()).not.toMatch(/<f[ >]/);
});

import { expect, it } from 'vitest';
import { writeCsv } from '../../../src/domain/table/write-csv.ts';

it('begins with a byte order mark, and keeps to RFC 4180', () => {
  expect(
    writeCsv([
      ['编号', '标题'],
      [1, 'a,"b"\n丙'],
    ]),
  ).toBe('\uFEFF编号,标题\r\n1,"a,""b""\n丙"\r\n');
});

it.each(['=1+1', '+1', '-1', '@a', '\t=1', '  =1', '＝1', '\r1'])(
  'lets nothing run as a formula: %j',
  (text) => {
    expect(writeCsv([[text]]).replace(/^\uFEFF"?/, '')).toMatch(/^'/);
  },
);

it('leaves figures as they are', () => {
  expect(writeCsv([[-3, '3-4', 'a=b']])).toBe('\uFEFF-3,3-4,a=b\r\n');
});

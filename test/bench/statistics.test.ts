import { expect, test } from 'vitest';
import { asTable } from '../../bench/figure.ts';
import { median, quantile, round } from '../../bench/statistics.ts';

test.each([
  [[3, 1, 2], 0.5, 2],
  [[1, 2, 3, 4], 0.5, 3],
  [Array.from({ length: 100 }, (_, index) => index + 1), 0.99, 100],
  [[7], 0.99, 7],
])('quantile of %j at %d', (values, share, expected) => {
  expect(quantile(values, share)).toBe(expected);
});

test('of nothing there is no median', () => {
  expect(median([])).toBeNaN();
});

test.each([
  [0.123456, 0.123],
  [12.345, 12.3],
  [1234.5, 1235],
])('%d is told as %d', (value, told) => {
  expect(round(value)).toBe(told);
});

test('a table has a line for each thing measured and leaves open what was not', () => {
  const table = asTable('ack', [
    { name: 'ack', of: 'bot', what: 'time', figure: 5, unit: 'ms' },
    { name: 'ack', of: 'peer', what: 'ratio', figure: 2, unit: '' },
  ]);
  expect(table.split('\n')).toEqual([
    '| ack  | time, ms | ratio |',
    '|------|---------:|------:|',
    '| bot  |        5 |       |',
    '| peer |          |     2 |',
  ]);
});

import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { nameOn } from '../../../src/domain/department/name-history.ts';

const NAMES = [
  { name: '国土规划科', from: '2026-10-15' },
  { name: '规划科', from: '2024-03-01' },
  { name: '空间规划科', from: '2027-01-01' },
];

describe('nameOn', () => {
  it.each([
    ['2026-10-14', '规划科'],
    ['2026-10-15', '国土规划科'],
    ['2026-12-31', '国土规划科'],
    ['2030-01-01', '空间规划科'],
    ['2020-01-01', '规划科'],
  ])('on %s it is %s', (day, name) => {
    expect(nameOn(NAMES, Temporal.PlainDate.from(day))).toBe(name);
  });

  it('needs a name', () => {
    expect(() => nameOn([], Temporal.PlainDate.from('2026-01-01'))).toThrow(RangeError);
  });
});

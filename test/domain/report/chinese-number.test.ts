import { describe, expect, it } from 'vitest';
import { asPoint, inBrackets, toChinese } from '../../../src/domain/report/chinese-number.ts';

describe('Chinese numbers', () => {
  it.each([
    [1, '一'],
    [9, '九'],
    [10, '十'],
    [11, '十一'],
    [19, '十九'],
    [20, '二十'],
    [21, '二十一'],
    [99, '九十九'],
    [100, '一百'],
    [105, '一百零五'],
    [110, '一百一十'],
    [111, '一百一十一'],
    [1005, '一千零五'],
    [2030, '二千零三十'],
    [9999, '九千九百九十九'],
    [10000, '10000'],
  ])('writes %i as %s', (n, expected) => {
    expect(toChinese(n)).toBe(expected);
  });

  it('never writes two numbers alike', () => {
    const all = Array.from({ length: 9999 }, (_, index) => toChinese(index + 1));
    expect(new Set(all).size).toBe(9999);
  });

  it.each([0, -1, 1.5, Number.NaN])('refuses %s', (n) => {
    expect(() => toChinese(n)).toThrow(RangeError);
  });

  it('writes headings and points', () => {
    expect([inBrackets(12), asPoint(3)]).toEqual(['（十二）', '三是']);
  });
});

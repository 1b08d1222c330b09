import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { addMonths, describeMonth, firstDay, lastDay, monthOf } from '../../../src/domain/period/month.ts';

describe('months', () => {
  it('are written YYYY-MM', () => {
    expect(monthOf(Temporal.PlainDate.from('2026-01-31'))).toBe('2026-01');
  });

  it.each([
    ['2026-10', 1, '2026-11'],
    ['2026-12', 1, '2027-01'],
    ['2026-01', -1, '2025-12'],
    ['2026-10', -12, '2025-10'],
    ['2026-10', 0, '2026-10'],
  ])('%s and %i more is %s', (month, count, result) => {
    expect(addMonths(month, count)).toBe(result);
  });

  it.each([
    ['2026-02', '2026-02-28'],
    ['2028-02', '2028-02-29'],
    ['2026-12', '2026-12-31'],
  ])('%s ends on %s', (month, last) => {
    expect(firstDay(month).toString()).toBe(`${month}-01`);
    expect(lastDay(month).toString()).toBe(last);
  });

  it('are told in Chinese without a leading zero', () => {
    expect(describeMonth('2026-10')).toBe('2026年10月');
    expect(describeMonth('2026-01')).toBe('2026年1月');
  });

  it('refuse a month that does not exist', () => {
    expect(() => lastDay('2026-13')).toThrow(RangeError);
  });
});

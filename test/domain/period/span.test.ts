import { describe, expect, it } from 'vitest';
import { describeSpan, monthsOf, parseSpan, quarterOf, spanDays } from '../../../src/domain/period/span.ts';
import { parseDay } from '../../../src/kernel/clock.ts';

const today = parseDay('2026-11-16');

describe('parseSpan', () => {
  it.each([
    ['10月', '2026-10'],
    ['2026年10月', '2026-10'],
    ['上月', '2026-10'],
    ['第三季度', '2026-Q3'],
    ['三季度', '2026-Q3'],
    ['3季度', '2026-Q3'],
    ['2026-Q3', '2026-Q3'],
    ['2026q3', '2026-Q3'],
    ['２０２５年第四季度', '2025-Q4'],
    ['去年第四季度', '2025-Q4'],
    ['Q4', '2026-Q4'],
    ['上季度', '2026-Q3'],
    ['本季度', '2026-Q4'],
    ['2026年', '2026'],
    ['2026年度', '2026'],
    ['2026', '2026'],
    ['去年', '2025'],
    ['今年', '2026'],
  ])('%s is %s', (text, span) => {
    expect(parseSpan(text, today)).toBe(span);
  });

  it.each(['', '第五季度', 'Q0', '13月', '1999年', '季度', '一', '三', '半年', '2026-Q33', 'Q'.repeat(3000)])(
    '%s is none',
    (text) => {
      expect(parseSpan(text, today)).toBeUndefined();
    },
  );

  it('takes a quarter without a year for the latest that has begun', () => {
    expect(parseSpan('第四季度', parseDay('2026-02-10'))).toBe('2025-Q4');
    expect(parseSpan('上季度', parseDay('2026-02-10'))).toBe('2025-Q4');
  });
});

it.each([
  ['2026-10', '2026年10月', 1, '2026-10-01', '2026-10-31'],
  ['2026-Q1', '2026年第一季度', 3, '2026-01-01', '2026-03-31'],
  ['2026-Q4', '2026年第四季度', 3, '2026-10-01', '2026-12-31'],
  ['2024', '2024年', 12, '2024-01-01', '2024-12-31'],
])('%s is %s of %i months from %s to %s', (span, name, months, first, last) => {
  expect(describeSpan(span)).toBe(name);
  expect(monthsOf(span)).toHaveLength(months);
  expect(spanDays(span).first.toString()).toBe(first);
  expect(spanDays(span).last.toString()).toBe(last);
});

it('puts each month of a year into the quarter that has it', () => {
  for (const month of monthsOf('2026')) expect(monthsOf(quarterOf(month))).toContain(month);
});

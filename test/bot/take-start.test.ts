import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { takeStart } from '../../src/bot/roster/read-start.ts';
import { UserError } from '../../src/kernel/errors.ts';

const TODAY = Temporal.PlainDate.from('2026-11-18');
const take = (...words: readonly string[]) => {
  const { words: rest, from } = takeStart(words, TODAY);
  return [rest.join(' '), from.toString()];
};

describe('the day from which a change of the roster holds', () => {
  it.each([
    [['规划科', '2'], '规划科 2', '2026-11-18'],
    [['规划科', '2', '自12月1日起'], '规划科 2', '2026-12-01'],
    [['规划科', '从2027年1月1日起'], '规划科', '2027-01-01'],
    [['规划科', '12月1日起'], '规划科', '2026-12-01'],
    [['规划科', '今天起'], '规划科', '2026-11-18'],
    [['规划科', '10月1日起'], '规划科', '2026-10-01'],
    [['PLAN', 'from', '2026-12-01'], 'PLAN', '2026-12-01'],
    [['缘起'], '缘起', '2026-11-18'],
    [[], '', '2026-11-18'],
  ])('%j', (words, rest, from) => {
    expect(take(...words)).toEqual([rest, from]);
  });

  it.each([
    ['自2月30日起', 'date.impossible'],
    ['自某天起', 'date.unknown'],
    ['自9月30日起', 'date.start'],
    ['自2028年1月1日起', 'date.start'],
    // Read as the one that is nearest, which is long over.
    ['自1月10日起', 'date.start'],
  ])('is refused: %s', (written, code) => {
    expect(() => take('规划科', written)).toThrow(expect.objectContaining({ code }));
    expect(() => take('规划科', written)).toThrow(UserError);
  });
});

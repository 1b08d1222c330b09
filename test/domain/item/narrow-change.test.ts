import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { narrowChange } from '../../../src/domain/item/narrow-change.ts';

const LONG = '我局执法人员在城西片区开展执法巡查并向沿线商户宣讲政策。'.repeat(4);

describe('narrowChange', () => {
  it.each([
    ['short texts whole', '出动10人', '出动12人', '出动10人', '出动12人'],
    ['nothing before', '', '新增的标题', '', '新增的标题'],
    [
      'a changed figure among many words',
      `${LONG}共出动10人，${LONG}`,
      `${LONG}共出动12人，${LONG}`,
      '…讲政策。共出动10人，我局执法人员…',
      '…讲政策。共出动12人，我局执法人员…',
    ],
    ['something added at the end', LONG, `${LONG}完`, '…线商户宣讲政策。', '…线商户宣讲政策。完'],
    ['something taken from the front', `头${LONG}`, LONG, '头我局执法人员在城…', '我局执法人员在城…'],
  ])('shows %s', (_, from, to, shownFrom, shownTo) => {
    expect(narrowChange({ from, to })).toEqual({ from: shownFrom, to: shownTo });
  });

  it('never splits a character, shows different texts as different, and stays short', () => {
    const unit = fc.constantFrom('甲', '乙', '😀', '。');
    const text = fc.string({ unit, maxLength: 400 });
    fc.assert(
      fc.property(text, fc.string({ unit, maxLength: 100 }), text, (before, changed, after) => {
        const from = before + after;
        const to = before + changed + after;
        const shown = narrowChange({ from, to });
        expect(shown.from === shown.to).toBe(from === to);
        for (const part of [shown.from, shown.to]) {
          expect([...part].length).toBeLessThanOrEqual(162);
          expect(part).not.toMatch(/\p{Surrogate}/u);
        }
      }),
    );
  });
});

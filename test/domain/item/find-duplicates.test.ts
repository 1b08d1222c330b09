import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findDuplicates } from '../../../src/domain/item/find-duplicates.ts';

const TEXT =
  '登记中心走进青石村上门办证\n11月18日，登记中心工作人员到青石村为行动不便的老人上门办理不动产证。';

describe('findDuplicates', () => {
  const candidates = [
    { id: 'other', text: '规划科组织村庄规划公示，收到群众意见十二条，均已答复。' },
    { id: 'edited', text: TEXT.replace('行动不便的老人', '三位高龄居民').replace('11月18日', '近日') },
    { id: 'same', text: TEXT },
    { id: 'styled', text: TEXT.replaceAll('，', ',').replace('11月18日', '１１月１８日 ') },
    { id: 'part', text: '登记中心工作人员到青石村为行动不便的老人上门办理' },
    { id: 'empty', text: '' },
    { id: 'scrap', text: '青石村' },
  ];

  it('names copies, edited copies and parts, the most alike first, and nothing else', () => {
    const found = findDuplicates(TEXT, candidates);
    expect(new Set(found)).toEqual(new Set(['same', 'styled', 'part', 'edited']));
    expect(found.at(-1)).toBe('edited');
  });

  it('finds a short item again in a long one', () => {
    const long = `规划科、登记中心、测绘队本周分头走访企业，现场答疑并收集诉求二十余条。${TEXT}`;
    const short = '登记中心工作人员到青石村为行动不便的老人上门办理';
    expect(findDuplicates(short, [{ id: 'long', text: long }])).toEqual(['long']);
    expect(findDuplicates('青石村', [{ id: 'long', text: long }])).toEqual([]);
  });

  it('does not find the common phrases of the trade alike', () => {
    const left = '规划科深入青石村开展规划政策宣讲，发放宣传册200份，解答群众疑问30余个。';
    const right = '登记中心深入红旗社区开展登记政策宣讲，发放明白纸100张，受理咨询15件。';
    expect(findDuplicates(left, [{ id: 'right', text: right }])).toEqual([]);
  });

  it('has nothing to compare in a text of signs', () => {
    expect(
      findDuplicates('……！', [
        { id: 'a', text: '……！' },
        { id: 'b', text: TEXT },
      ]),
    ).toEqual([]);
  });

  it('finds every text of two letters or more in itself, and likeness mutual', () => {
    const text = fc.stringMatching(/^[一-龥a-z，。]{0,60}$/);
    fc.assert(
      fc.property(text, text, (left, right) => {
        const letters = left.replace(/[，。]/g, '');
        expect(findDuplicates(left, [{ id: 'self', text: left }])).toEqual(
          letters.length > 1 ? ['self'] : [],
        );
        const there = findDuplicates(left, [{ id: 'x', text: right }]);
        const back = findDuplicates(right, [{ id: 'x', text: left }]);
        expect(there).toEqual(back);
      }),
    );
  });
});

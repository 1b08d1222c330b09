import { describe, expect, it } from 'vitest';
import { type FiledText, learnSections } from '../../../src/domain/item/learn-sections.ts';

const LAND = ['耕地保护巡查发现问题', '永久基本农田核查', '耕地占补平衡项目验收', '耕地卫片图斑整改'];
const DESK = ['登记窗口延时服务', '不动产登记上门办证', '登记中心一窗受理', '不动产登记提速'];

function filed(times: number): FiledText[] {
  return Array.from({ length: times }, (_, index) => [
    { text: `${LAND[index % LAND.length]}第${index}次`, section: '业务动态' },
    { text: `${DESK[index % DESK.length]}第${index}次`, section: '为民服务' },
  ]).flat();
}

describe('learnSections', () => {
  it('ranks by what people have filed before', () => {
    const rank = learnSections(filed(12));

    expect(rank?.('开展耕地图斑核查')).toEqual(['业务动态', '为民服务']);
    expect(rank?.('为老人上门办理不动产登记')).toEqual(['为民服务', '业务动态']);
  });

  it('prefers the section with more items when the words tell nothing', () => {
    const rank = learnSections([...filed(10), { text: '登记窗口', section: '为民服务' }]);

    expect(rank?.('abc')[0]).toBe('为民服务');
  });

  it('says nothing while there is too little to learn from', () => {
    expect(learnSections(filed(9))).toBeUndefined();
    expect(learnSections([])).toBeUndefined();
  });

  it('takes an empty text', () => {
    expect(learnSections(filed(12))?.('')).toHaveLength(2);
  });
});

import { describe, expect, it } from 'vitest';
import { guessSection, matchSection } from '../../../src/domain/item/guess-section.ts';

const SECTIONS = [
  { name: '党建引领', keywords: ['党支部', '主题党日', '党员'] },
  { name: '服务群众', keywords: ['上门', '窗口', '便民'] },
  { name: '规划管理', keywords: ['规划', '公示', 'GIS'] },
  { name: '综合工作', keywords: [] },
];

describe('guessSection', () => {
  it.each([
    ['窗口推出便民举措', '服务群众', true, ['服务群众']],
    ['完成村庄规划公示', '规划管理', true, ['规划管理']],
    ['应用ｇｉｓ平台', '规划管理', true, ['规划管理']],
    ['党员上门开展主题党日活动', '党建引领', true, ['党建引领', '服务群众']],
    ['窗口规划', '服务群众', false, ['服务群众', '规划管理']],
    ['召开例会', '综合工作', false, []],
  ])('%s belongs to %s, sure: %s', (text, section, confident, likely) => {
    expect(guessSection(text, SECTIONS, '综合工作')).toEqual({ section, confident, likely });
  });

  it('counts a keyword once, however often it is written', () => {
    const text = '规划、规划、规划；窗口便民';
    expect(guessSection(text, SECTIONS, '综合工作').section).toBe('服务群众');
  });

  it('offers no more than two', () => {
    expect(guessSection('党员窗口规划', SECTIONS, '综合工作').likely).toEqual(['党建引领', '服务群众']);
  });

  it('does not find an empty keyword everywhere', () => {
    expect(guessSection('召开例会', [{ name: '甲', keywords: ['', ' '] }], '乙')).toEqual({
      section: '乙',
      confident: false,
      likely: [],
    });
  });
});

describe('matchSection', () => {
  it.each([
    ['服务群众', '服务群众'],
    [' 服务 群众 ', '服务群众'],
    ['群众', '服务群众'],
    ['规划管理方面', '规划管理'],
    ['ＧＩＳ', undefined],
    ['工作', '综合工作'],
    ['理', '规划管理'],
    ['引领服务', undefined],
    ['', undefined],
  ])('%j means %s', (name, section) => {
    expect(matchSection(name, SECTIONS)).toBe(section);
  });

  it('does not choose between two', () => {
    const sections = [{ name: '城市规划' }, { name: '乡村规划' }];
    expect(matchSection('规划', sections)).toBeUndefined();
  });

  it('prefers the exact name to one that holds it', () => {
    const sections = [{ name: '规划管理' }, { name: '规划' }];
    expect(matchSection('规划', sections)).toBe('规划');
  });
});

import { describe, expect, it } from 'vitest';
import { parseDeskOrder } from '../../../src/domain/report/desk-order.ts';

describe('an order at the desk', () => {
  it.each([
    ['上移', { kind: 'move', direction: 'up' }],
    [' 下移 ', { kind: 'move', direction: 'down' }],
    ['置顶', { kind: 'move', direction: 'top' }],
    ['Top', { kind: 'move', direction: 'top' }],
    ['不入稿', { kind: 'omit' }],
    ['不入稿。', { kind: 'omit' }],
    ['恢复', { kind: 'restore' }],
    ['原文', { kind: 'original' }],
    ['栏目 主题宣传', { kind: 'section', name: '主题宣传' }],
    ['换栏目到：主题宣传', { kind: 'section', name: '主题宣传' }],
    ['section study', { kind: 'section', name: 'study' }],
    ['合并 #13', { kind: 'merge', into: '#13' }],
    ['合并到#13', { kind: 'merge', into: '#13' }],
    ['merge #13', { kind: 'merge', into: '#13' }],
    ['缩写 我局召开会议。', { kind: 'shorten', body: '我局召开会议。' }],
    ['缩写：会议｜我局召开会议。', { kind: 'shorten', title: '会议', body: '我局召开会议。' }],
    ['缩写 会议|', { kind: 'shorten', title: '会议', body: '' }],
    ['缩写 第一段\n甲｜乙', { kind: 'shorten', body: '第一段\n甲｜乙' }],
    ['shorten We met.', { kind: 'shorten', body: 'We met.' }],
  ])('%j is read', (text, order) => {
    expect(parseDeskOrder(text)).toEqual(order);
  });

  it.each(['', '上移一下', '上移 2', '不入稿 重复', '栏目', '缩写', '缩写 ｜', '合并：', '删除', 'mergers'])(
    '%j is none',
    (text) => {
      expect(parseDeskOrder(text)).toBeUndefined();
    },
  );
});

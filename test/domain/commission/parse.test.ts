import { describe, expect, it } from 'vitest';
import { parseCommissionRef } from '../../../src/domain/commission/commission.ts';
import { parseDueDate } from '../../../src/domain/commission/parse-due-date.ts';
import { splitCommission } from '../../../src/domain/commission/split-commission.ts';
import { parseDay } from '../../../src/kernel/clock.ts';

it.each([
  ['c3', 3],
  ['C12', 12],
  ['#c3', 3],
  ['约稿 c3', 3],
  ['ｃ３', 3],
  ['3', undefined],
  ['cc3', undefined],
  ['c3b', undefined],
  ['', undefined],
])('%s names commission %s', (written, serial) => {
  expect(parseCommissionRef(written)).toBe(serial);
});

describe('parseDueDate', () => {
  // A Monday.
  const today = parseDay('2026-11-16');

  it.each([
    ['11月25日', '2026-11-25'],
    ['12月25日', '2026-12-25'],
    ['1月8日', '2027-01-08'],
    ['11月16日', '2026-11-16'],
    ['25日', '2026-11-25'],
    ['5日', '2026-12-05'],
    ['周五', '2026-11-20'],
    ['下周三', '2026-11-25'],
    ['明天', '2026-11-17'],
    ['2027-03-01', '2027-03-01'],
    ['2026-11-01', '2026-11-01'],
    ['昨天', '2026-11-15'],
    ['上周五', '2026-11-13'],
  ])('%s is %s', (text, day) => {
    const answer = parseDueDate(text, today);
    expect(answer.kind === 'ok' && answer.date.toString()).toBe(day);
  });

  it.each(['11月31日', '尽快', ''])('%s is no day', (text) => {
    expect(parseDueDate(text, today).kind).not.toBe('ok');
  });
});

describe('splitCommission', () => {
  it.each([
    ['规划科、耕地科 主题｜要求 截止：11月25日', '规划科 耕地科', '主题', '要求', '11月25日'],
    [
      '规划科 截止：11月25日\n冬季森林防火\n写一篇做法。',
      '规划科',
      '冬季森林防火',
      '写一篇做法。',
      '11月25日',
    ],
    ['规划科,耕地科 主题 截止日期：12月1日。', '规划科 耕地科', '主题', '', '12月1日'],
    ['规划科 主题｜要求', '规划科', '主题', '要求', undefined],
    ['Planning Topic|Text due: 2026-12-01', 'Planning', 'Topic', 'Text', '2026-12-01'],
    ['规划科', '规划科', '', '', undefined],
    ['', '', '', '', undefined],
  ])('%j', (text, departments, topic, brief, due) => {
    const split = splitCommission(text);
    expect([split.departments.join(' '), split.topic, split.brief, split.due]).toEqual([
      departments,
      topic,
      brief,
      due,
    ]);
  });

  it('makes a topic of the first clause of a long text, which stays whole', () => {
    const text = `请围绕耕地保护写一篇做法，${'内容'.repeat(40)}`;
    const { topic, brief } = splitCommission(`规划科 ${text}`);
    expect(topic).toBe('请围绕耕地保护写一篇做法');
    expect(brief).toBe(text);
  });
});

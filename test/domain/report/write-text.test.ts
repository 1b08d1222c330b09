import { describe, expect, it } from 'vitest';
import { writeDate, writeInstant, writeMonth } from '../../../src/domain/report/write-date.ts';
import { endSentence, selfName, splitParagraphs } from '../../../src/domain/report/write-sentence.ts';

describe('dates', () => {
  it.each([
    ['2026-10', '2026年10月1日至31日'],
    ['2026-02', '2026年2月1日至28日'],
    ['2028-02', '2028年2月1日至29日'],
  ])('writes the days of %s', (month, range) => {
    expect(writeMonth(month).range).toBe(range);
  });

  it('writes a date without padding', () => {
    expect(writeDate('2026-03-05')).toBe('2026年3月5日');
  });

  it('writes an instant in Shanghai, past midnight there', () => {
    expect(writeInstant('2026-10-30T17:05:00.000Z')).toBe('2026年10月31日01:05');
  });
});

describe('sentences', () => {
  it.each([
    ['开展核对', '开展核对。'],
    ['开展核对。', '开展核对。'],
    ['何以至此？', '何以至此？'],
    ['他说：“好。”', '他说：“好。”'],
    ['（详见附表。）', '（详见附表。）'],
    ['推进“一张图”', '推进“一张图”。'],
    ['Done.', 'Done.'],
    ['', ''],
  ])('ends %s as %s', (text, expected) => {
    expect(endSentence(text)).toBe(expected);
  });

  it('splits paragraphs and drops the white space around them', () => {
    expect(splitParagraphs('　　第一段\n\n  第 二 段  \n')).toEqual(['第一段', '第 二 段']);
  });

  it.each([
    ['青禾县自然资源局', '我局'],
    ['青禾县融媒体中心', '我单位'],
  ])('%s calls itself %s', (unit, self) => {
    expect(selfName(unit)).toBe(self);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitItems } from '../../../src/domain/item/split-items.ts';

describe('one message with several items', () => {
  it.each([
    ['1. and 2.', '1. 甲事\n2. 乙事', ['甲事', '乙事']],
    ['1、 without a space', '1、甲事｜正文\n2、乙事｜正文', ['甲事｜正文', '乙事｜正文']],
    ['brackets', '（1）甲事\n（2）乙事\n（3）丙事', ['甲事', '乙事', '丙事']],
    ['a half bracket, full-width digits', '１）甲事\n２）乙事', ['甲事', '乙事']],
    ['lines below a number', '1. 甲事\n正文一\n\n2. 乙事\n正文二', ['甲事\n正文一', '乙事\n正文二']],
    [
      'another style inside',
      '1. 甲事\n（1）其一\n（2）其二\n2. 乙事',
      ['甲事\n（1）其一\n（2）其二', '乙事'],
    ],
    ['ten and more', listOf(12), Array.from({ length: 12 }, (_, at) => `事${at + 1}`)],
    ['a label for all', '部门：耕地科\n1. 甲事\n2. 乙事', ['部门：耕地科\n甲事', '部门：耕地科\n乙事']],
    ['a label for one', '1. 甲事\n日期：11月2日\n2. 乙事', ['甲事\n日期：11月2日', '乙事']],
    [
      'a date after the number',
      '1、2026年11月2日，甲事\n2、11月3日，乙事',
      ['2026年11月2日，甲事', '11月3日，乙事'],
    ],
    ['titles marked off', '甲事｜正文\n续\n\n乙事｜正文', ['甲事｜正文\n续', '乙事｜正文']],
    [
      'the same label in each part',
      '甲事\n栏目：要闻\n\n乙事\n栏目：执法',
      ['甲事\n栏目：要闻', '乙事\n栏目：执法'],
    ],
    ['Windows line ends', '1. 甲事\r\n2. 乙事', ['甲事', '乙事']],
  ])('%s', (_, text, items) => {
    expect(splitItems(text)).toEqual(items);
  });
});

describe('one item', () => {
  it.each([
    ['a title, a blank line and the text', '标题\n\n正文'],
    ['a title and paragraphs', '标题\n\n正文一\n\n正文二'],
    ['paragraphs alone', '11月2日，甲事。\n\n11月3日，乙事。'],
    ['a title before the numbers', '三项工作\n1. 甲事\n2. 乙事'],
    ['a title before brackets', '标题｜正文\n（1）甲事\n（2）乙事'],
    ['one number alone', '1. 甲事\n正文'],
    ['numbers that begin again', '1. 甲事\n1. 其一\n2. 其二\n2. 乙事'],
    ['numbers with a gap', '1. 甲事\n3. 乙事'],
    ['numbers that begin later', '2. 甲事\n3. 乙事'],
    ['a number without text', '1.\n2. 乙事'],
    ['lengths, not numbers', '1.5公里道路完工\n2.5公里在建'],
    ['months, not numbers', '1、2月开展巡查\n2、3月复查'],
    ['one part with a separator, one without', '甲事｜正文\n\n正文二'],
    ['a separator with nothing before it', '｜甲\n\n｜乙'],
    ['different labels', '标题\n日期：11月2日\n\n正文\n栏目：要闻'],
    ['labels alone', '栏目：要闻\n\n栏目：执法'],
    ['nothing', ''],
    ['two on one line', '1. 甲事 2. 乙事'],
  ])('%s', (_, text) => {
    expect(splitItems(text)).toEqual([text]);
  });
});

describe('whatever is written', () => {
  const line = fc.oneof(
    fc.constantFrom(
      '1. 甲',
      '2. 乙',
      '3. 丙',
      '1、甲',
      '2、乙',
      '（1）甲',
      '（2）乙',
      '',
      '甲｜乙',
      '栏目：要闻',
      '部门：甲科',
    ),
    fc.string({ maxLength: 8 }),
  );
  const written = fc.array(line, { maxLength: 9 }).map((lines) => lines.join('\n'));

  it('is all there afterwards, but for the numbers and blank space', () => {
    fc.assert(
      fc.property(written, (text) => {
        const items = splitItems(text);
        const kept = lettersOf(items.join('\n'));
        for (const word of text.split('\n').map(withoutNumber)) expect(kept).toContain(lettersOf(word));
        expect(items.length).toBeGreaterThan(0);
        if (items.length === 1) expect(items).toEqual([text]);
        else for (const item of items) expect(item.trim()).not.toBe('');
      }),
      { numRuns: 2000 },
    );
  });
});

function listOf(count: number): string {
  return Array.from({ length: count }, (_, at) => `${at + 1}. 事${at + 1}`).join('\n');
}

function withoutNumber(line: string): string {
  return line.replace(/^\s*[(（]?[0-9０-９]{1,2}[.．、)）]/u, '');
}

function lettersOf(text: string): string {
  return text.replace(/\s/gu, '');
}

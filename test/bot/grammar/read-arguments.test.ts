import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ArgumentShape, readArguments } from '../../../src/bot/grammar/read-arguments.ts';
import type { Mention } from '../../../src/domain/message/inbound.ts';

const mention = (number: number, name: string, isBot = false): Mention => ({
  key: `@_user_${number}`,
  personId: `ou_${name}`,
  name,
  isBot,
});
const read = (shape: ArgumentShape, text: string, mentions: readonly Mention[] = []) =>
  readArguments(shape, text, mentions);

const actions = { add: ['新增', '添加'], list: ['列表'] };

describe('an action', () => {
  it.each([
    ['add 甲', { action: 'add', names: ['甲'] }],
    ['ADD 甲', { action: 'add', names: ['甲'] }],
    ['ａｄｄ 甲', { action: 'add', names: ['甲'] }],
    ['新增 甲 乙', { action: 'add', names: ['甲', '乙'] }],
    ['“添加” 甲', { action: 'add', names: ['甲'] }],
    ['', { action: undefined, names: [] }],
    ['toString 甲', { action: 'toString', names: ['甲'] }],
    ['__proto__', { action: '__proto__', names: [] }],
  ])('is the first word, by any of its names: %j', (text, expected) => {
    expect(read({ actions, list: 'names' }, text)).toEqual(expected);
  });

  it('may be left out where there is a default, and then eats no word', () => {
    const shape = { actions, defaultAction: 'list', list: 'names' };
    expect(read(shape, '')).toEqual({ action: 'list', names: [] });
    expect(read(shape, '甲 乙')).toEqual({ action: 'list', names: ['甲', '乙'] });
  });
});

describe('words', () => {
  it.each([
    ['甲 乙', { first: '甲', second: '乙' }],
    ['甲　乙', { first: '甲', second: '乙' }],
    ['“甲 乙” "丙 丁"', { first: '甲 乙', second: '丙 丁' }],
    ['甲', { first: '甲' }],
    ['   ', {}],
    ['甲 乙 丙 丁', { first: '甲', second: '乙', extra: '丙 丁' }],
    ['“没有结尾', { first: '“没有结尾' }],
    ['"" 乙', { first: '', second: '乙' }],
  ])('take their names in order, quotes hold them together: %j', (text, expected) => {
    expect(read({ positional: ['first', 'second'] }, text)).toEqual(expected);
  });

  it('come as a list, with any comma', () => {
    const names = ['甲科', '乙科', '丙科', '丁科', '戊 科'];
    expect(read({ list: 'names' }, '甲科、乙科，丙科,丁科 “戊 科”')).toEqual({ names });
  });
});

describe('the rest', () => {
  it('keeps its line breaks', () => {
    expect(read({ positional: ['period'], rest: 'text' }, '上周 标题\n\n  内容')).toEqual({
      period: '上周',
      text: ' 标题\n\n  内容',
    });
  });

  it('is left out when there is none', () => {
    expect(read({ rest: 'text' }, ' \n ')).toEqual({});
  });

  it('shows people by name: a placeholder means nothing to a reader', () => {
    const people = [mention(1, '张三'), mention(12, '李四')];
    expect(read({ rest: 'text' }, '会议｜@_user_12和@_user_1参加，@_user_3缺席', people)).toEqual({
      text: '会议｜@李四和@张三参加，@_user_3缺席',
    });
  });

  it('shows a name as it is, even one that looks like a placeholder', () => {
    const people = [mention(1, '@_user_2'), mention(2, '李四$&')];
    expect(read({ rest: 'text' }, '@_user_1 @_user_2', people)).toEqual({ text: '@@_user_2 @李四$&' });
  });
});

describe('people', () => {
  const shape = { positional: ['department'], people: 'people' };

  it('are taken out wherever they stand, each once, and bots are none', () => {
    const people = [mention(1, '张三'), mention(2, '宣传助手', true), mention(12, '李四')];
    expect(read(shape, '@_user_12 规划科 @_user_1 @_user_12', people)).toEqual({
      people: [
        { id: 'ou_张三', name: '张三' },
        { id: 'ou_李四', name: '李四' },
      ],
      department: '规划科',
    });
  });

  it('may stand against a word', () => {
    expect(read(shape, '规划科@_user_1', [mention(1, '张三')])).toEqual({
      people: [{ id: 'ou_张三', name: '张三' }],
      department: '规划科',
    });
  });

  it('are none when their mention is not in these words', () => {
    expect(read(shape, '规划科 @_user_12', [mention(1, '张三')])).toMatchObject({
      people: [],
      extra: '@_user_12',
    });
  });
});

describe('reading any text', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc
      .array(fc.constantFrom('“', '”', '"', ' ', '　', '\n', '、', '@_user_1', '甲', '/'))
      .map((parts) => parts.join('')),
  );
  const shape = fc.record(
    {
      actions: fc.constant(actions),
      defaultAction: fc.constant('list'),
      positional: fc.constant(['first']),
      list: fc.constant('names'),
      people: fc.constant('people'),
    },
    { requiredKeys: [] },
  );

  it('never throws', () => {
    fc.assert(
      fc.property(shape, text, (some, words) => {
        expect(typeof read(some, words, [mention(1, '张三')])).toBe('object');
      }),
    );
  });

  it('never loses a character of the rest', () => {
    fc.assert(
      fc.property(text, (words) => {
        const result = read({ positional: ['first'], rest: 'text' }, `甲 ${words}`, []);
        expect(String(result.text ?? '').trim()).toBe(words.trim());
      }),
    );
  });
});

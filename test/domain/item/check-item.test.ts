import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { type CheckedItem, checkItem } from '../../../src/domain/item/check-item.ts';

const date = Temporal.PlainDate.from;
const GOOD: CheckedItem = {
  title: '登记中心走进青石村上门办证',
  body: '11月18日，登记中心工作人员到青石村为老人上门办理证件。',
  eventDate: date('2026-11-18'),
  submittedOn: date('2026-11-20'),
  secrecyWords: ['作战地图', 'Secret'],
};

describe('checkItem', () => {
  it('has nothing to say about an item that tells who, when and where', () => {
    expect(checkItem(GOOD)).toEqual([]);
  });

  it.each<[string, Partial<CheckedItem>, readonly object[]]>([
    ['an event eight days old', { eventDate: date('2026-11-12') }, [{ code: 'old-event', days: 8 }]],
    [
      'a listed word, spaced and in full width',
      { body: `${GOOD.body}附作 战 地图，ＳＥＣＲＥＴ。` },
      [{ code: 'secrecy-words', words: ['作战地图', 'Secret'] }],
    ],
    [
      'the small x',
      { body: `${GOOD.body}共xx人、xx户、xxx元` },
      [{ code: 'placeholders', found: ['xx', 'xxx'] }],
    ],
    ['the times sign', { title: '登记中心走进××村' }, [{ code: 'placeholders', found: ['××'] }]],
    [
      'stars, full-width ones too',
      { body: `${GOOD.body}共**人，＊＊户` },
      [{ code: 'placeholders', found: ['**'] }],
    ],
  ])('warns of %s', (_, change, warnings) => {
    expect(checkItem({ ...GOOD, ...change })).toEqual(warnings);
  });

  const { eventDate: _, ...undated } = GOOD;
  const rest = '登记中心工作人员到青石村为老人办证。';
  it.each<[string, CheckedItem, readonly object[]]>([
    ['two weeks ago', { ...undated, body: `１１月６日，${rest}` }, [{ code: 'old-event', days: 14 }]],
    [
      'in a span of another month',
      { ...undated, body: `10月31日至11月18日，${rest}` },
      [
        { code: 'old-event', days: 20 },
        { code: 'other-month', date: date('2026-10-31') },
      ],
    ],
    [
      'to come, in the next month',
      { ...undated, body: `12月2-4日，${rest}` },
      [{ code: 'other-month', date: date('2026-12-02') }],
    ],
    ['in another month, where the date was given', { ...GOOD, body: `10月31日，${rest}` }, []],
    ['further on', { ...undated, body: `登记中心落实10月1日起施行的办法，${rest}` }, []],
  ])('reads the day that a text begins with: %s', (_name, item, warnings) => {
    expect(checkItem(item)).toEqual(warnings);
  });

  it('takes a group of inspectors for a subject', () => {
    expect(
      checkItem({ ...GOOD, title: '图斑整改通过抽查', body: '11月18日，市级检查组在我县抽查图斑15个。' }),
    ).toEqual([]);
  });

  it('warns of all that is missing at once, in a fixed order', () => {
    const { eventDate: _, ...undated } = GOOD;
    expect(checkItem({ ...undated, title: '工作顺利', body: '取得成效' }).map(({ code }) => code)).toEqual([
      'no-time',
      'no-place',
      'no-subject',
    ]);
  });

  it.each([
    ['近日，登记中心到村里上门服务'],
    ['本周登记中心到村里上门服务'],
    ['截至目前，登记中心已到村里上门服务'],
    ['登记中心周三到村里上门服务'],
  ])('finds a time in the words: %s', (body) => {
    const { eventDate: _, ...undated } = GOOD;
    expect(checkItem({ ...undated, title: '上门服务', body })).toEqual([]);
  });

  it.each(['窗口', '三楼'])('takes %s for a place', (place) => {
    expect(checkItem({ ...GOOD, title: '上门服务', body: `登记中心在${place}办理证件` })).toEqual([]);
  });

  it.each(['处理所有事项，办理证件', '所有问题处理好'])('does not take %s for a subject', (body) => {
    expect(checkItem({ ...GOOD, title: '今天在现场', body })).toEqual([{ code: 'no-subject' }]);
  });

  it.each(['boxxer', 'Exxon', '2×3', '5*6', 'x'])('does not take %s for a placeholder', (word) => {
    expect(checkItem({ ...GOOD, body: `${GOOD.body}${word}` })).toEqual([]);
  });

  it('lets exactly seven days and a day to come pass', () => {
    expect(checkItem({ ...GOOD, eventDate: date('2026-11-13') })).toEqual([]);
    expect(checkItem({ ...GOOD, eventDate: date('2026-11-25') })).toEqual([]);
  });

  it('ignores empty lines of the secrecy list', () => {
    expect(checkItem({ ...GOOD, secrecyWords: ['', ' '] })).toEqual([]);
  });

  it('finds a listed word anywhere in any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (before, after) => {
        const body = `${before} 作战地图 ${after}`;
        expect(checkItem({ ...GOOD, body })).toContainEqual({ code: 'secrecy-words', words: ['作战地图'] });
      }),
    );
  });
});

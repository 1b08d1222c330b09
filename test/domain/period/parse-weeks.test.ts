import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { createWorkCalendar } from '../../../src/domain/calendar/work-calendar.ts';
import { parseWeeks } from '../../../src/domain/period/parse-weeks.ts';
import { describeWeeks } from '../../../src/domain/period/week.ts';

const calendar = createWorkCalendar();
const read = (text: string, today = '2026-11-18') =>
  parseWeeks(text, Temporal.PlainDate.from(today), calendar);

/** On Wednesday of week 47 of 2026. */
const READ: readonly (readonly [string, readonly string[]])[] = [
  ['本周', ['2026-W47']],
  ['下周', ['2026-W48']],
  ['上周', ['2026-W46']],
  ['2026-W50', ['2026-W50']],
  ['W50', ['2026-W50']],
  ['第2周', ['2027-W02']],
  ['2周', ['2026-W47', '2026-W48']],
  ['两周', ['2026-W47', '2026-W48']],
  ['３个周', ['2026-W47', '2026-W48', '2026-W49']],
  ['11月20日', ['2026-W47']],
  ['12月28日', ['2026-W53']],
  ['1月6日', ['2027-W01']],
  ['2026-11-30', ['2026-W49']],
  ['11月16日至11月29日', ['2026-W47', '2026-W48']],
  ['11月16日至29日', ['2026-W47', '2026-W48']],
  ['11月16日-11月29日', ['2026-W47', '2026-W48']],
  ['11月18日到11月25日', ['2026-W47', '2026-W48']],
  ['2026-11-16～2026-11-29', ['2026-W47', '2026-W48']],
  ['W47-W49', ['2026-W47', '2026-W48', '2026-W49']],
  ['2026-W47-2026-W48', ['2026-W47', '2026-W48']],
  ['第47周至第48周', ['2026-W47', '2026-W48']],
  ['12月21日至1月3日', ['2026-W52', '2026-W53']],
  ['本周至下周', ['2026-W47', '2026-W48']],
  // Friday of week 53 is New Year's Day: the week is due on 31 December.
  ['12月', ['2026-W49', '2026-W50', '2026-W51', '2026-W52', '2026-W53']],
  ['10月', ['2026-W41', '2026-W42', '2026-W43', '2026-W44']],
  // Nobody owes the week of Spring Festival.
  ['2026-02', ['2026-W06', '2026-W07', '2026-W09']],
];

describe('parseWeeks', () => {
  it.each(READ)('%s', (text, weeks) => {
    expect(read(text)).toEqual(weeks);
  });

  it.each([
    '抽调防汛',
    '0周',
    '99周',
    '2人',
    '11月31日',
    '11月29日至11月16日',
    '2020-01-01至2026-11-20',
    'W60',
    '至',
    '11月16日至',
    '',
  ])('is none of these: “%s”', (text) => {
    expect(read(text)).toBeUndefined();
  });

  it('looks back as well: a day of last month is that, not the one of the year to come', () => {
    expect(read('12月28日', '2027-01-05')).toEqual(['2026-W53']);
    expect(read('11月9日')).toEqual(['2026-W46']);
  });
});

describe('describeWeeks', () => {
  it.each([
    [['2026-W47'], '11月16日—11月22日'],
    [['2026-W47', '2026-W48'], '11月16日—11月29日'],
    [['2026-W47', '2026-W49', '2026-W50'], '11月16日—11月22日、11月30日—12月13日'],
    [['2026-W53', '2027-W01'], '12月28日—1月10日'],
    [[], ''],
  ])('%j', (weeks, text) => {
    expect(describeWeeks(weeks)).toBe(text);
  });
});

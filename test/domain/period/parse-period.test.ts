import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { parseDate, parseMonth, parseWeek } from '../../../src/domain/period/parse-period.ts';
import { weekOf } from '../../../src/domain/period/week.ts';

const date = Temporal.PlainDate.from;
/** A Wednesday. */
const TODAY = date('2026-11-18');

function readDate(text: string, today = TODAY): string {
  const answer = parseDate(text, today);
  return answer.kind === 'ok' ? answer.date.toString() : answer.kind;
}

describe('parseMonth', () => {
  it.each([
    ['2026-10', '2026-10'],
    ['2026-9', '2026-09'],
    ['2026年10月', '2026-10'],
    ['２０２６年１０月', '2026-10'],
    ['2026年 10 月', '2026-10'],
    ['2026年10月份', '2026-10'],
    ['2026/10', '2026-10'],
    ['2026.10', '2026-10'],
    ['202610', '2026-10'],
    ['10月', '2026-10'],
    ['11月', '2026-11'],
    ['12月', '2025-12'],
    ['１２月份', '2025-12'],
    ['今年3月', '2026-03'],
    ['去年3月', '2025-03'],
    ['本月', '2026-11'],
    ['上月', '2026-10'],
    ['上个月', '2026-10'],
  ])('reads %s as %s', (text, month) => {
    expect(parseMonth(text, TODAY)).toBe(month);
  });

  it.each([
    '',
    '13月',
    '0月',
    '0000-01',
    '0001-01',
    '1999-12',
    '2101-01',
    '2026-13',
    '2026-00',
    '2026',
    '10',
    '2026-10-05',
    '十月份',
    '规划科',
    '2026-W47',
  ])('does not take %j for a month', (text) => {
    expect(parseMonth(text, TODAY)).toBeUndefined();
  });

  it('crosses the year in January', () => {
    expect(parseMonth('上月', date('2027-01-05'))).toBe('2026-12');
    expect(parseMonth('12月', date('2027-01-05'))).toBe('2026-12');
    expect(parseMonth('1月', date('2027-01-05'))).toBe('2027-01');
  });
});

describe('parseWeek', () => {
  it.each([
    ['2026-W47', '2026-W47'],
    ['2026w7', '2026-W07'],
    ['２０２６－Ｗ４７', '2026-W47'],
    ['W47', '2026-W47'],
    ['第47周', '2026-W47'],
    ['第 ４６ 周', '2026-W46'],
    ['2025年第52周', '2025-W52'],
    ['第51周', '2026-W51'],
    ['本周', '2026-W47'],
    ['这周', '2026-W47'],
    ['上周', '2026-W46'],
    ['上个星期', '2026-W46'],
    ['上上周', '2026-W45'],
    ['下周', '2026-W48'],
    ['2026-11-08', '2026-W45'],
    ['11月8日', '2026-W45'],
    ['昨天', '2026-W47'],
  ])('reads %s', (text, week) => {
    expect(parseWeek(text, TODAY)).toBe(week);
  });

  it.each(['', '2026-W54', '2025-W53', 'W0', '第53周', '第60周', '47', '本月', '11月31日'])(
    'does not take %j for a week',
    (text) => {
      expect(parseWeek(text, TODAY)).toBeUndefined();
    },
  );

  it('puts a bare number into the near year around New Year', () => {
    expect(parseWeek('W53', date('2027-01-06'))).toBe('2026-W53');
    expect(parseWeek('W01', date('2026-12-30'))).toBe('2027-W01');
  });

  it('reads back every week it is told by id', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000 }), (days) => {
        const week = weekOf(date('2000-01-03').add({ days }));
        expect(parseWeek(week, TODAY)).toBe(week);
      }),
    );
  });
});

describe('parseDate', () => {
  it.each([
    ['11月18日', '2026-11-18'],
    ['11月8号', '2026-11-08'],
    ['１１月１８日', '2026-11-18'],
    ['11 月 18 日', '2026-11-18'],
    ['2026年11月18日', '2026-11-18'],
    ['2026-11-18', '2026-11-18'],
    ['2026/11/8', '2026-11-08'],
    ['2026.11.18', '2026-11-18'],
    ['２０２６．１１．１８', '2026-11-18'],
    ['20261118', '2026-11-18'],
    ['11-18', '2026-11-18'],
    ['11.18', '2026-11-18'],
    ['11/18', '2026-11-18'],
    ['18日', '2026-11-18'],
    ['19日', '2026-10-19'],
    ['3号', '2026-11-03'],
    ['本月20日', '2026-11-20'],
    ['上月28日', '2026-10-28'],
    ['上个月28号', '2026-10-28'],
    ['今天', '2026-11-18'],
    ['昨天', '2026-11-17'],
    ['前天', '2026-11-16'],
    ['大前天', '2026-11-15'],
    ['明天', '2026-11-19'],
    ['本周三', '2026-11-18'],
    ['本周日', '2026-11-22'],
    ['这周一', '2026-11-16'],
    ['上周五', '2026-11-13'],
    ['上周天', '2026-11-15'],
    ['上上周五', '2026-11-06'],
    ['上个星期五', '2026-11-13'],
    ['下周一', '2026-11-23'],
    ['周三', '2026-11-18'],
    ['星期三', '2026-11-18'],
    ['礼拜二', '2026-11-17'],
    ['周四', '2026-11-12'],
    ['11月18日上午', '2026-11-18'],
    ['11月18日（周三）', '2026-11-18'],
    ['11月18日（星期三）上午9：30', '2026-11-18'],
    ['2026-11-18 09:30', '2026-11-18'],
    ['18日15时', '2026-11-18'],
    ['周三下午', '2026-11-18'],
    [' 11月18日　', '2026-11-18'],
  ])('reads %s as %s', (text, day) => {
    expect(readDate(text)).toBe(day);
  });

  it.each([
    '11月31日',
    '2026-02-29',
    '2026-13-01',
    '13月1日',
    '0月3日',
    '11月0日',
    '2026.11.00',
    '32日',
    '本月31日',
  ])('says that %s is impossible', (text) => {
    expect(readDate(text)).toBe('impossible');
  });

  it.each([
    '',
    '下午',
    '2026',
    '2026-11',
    '11月',
    '18',
    '尽快',
    '周八',
    '__proto__',
    'constructor',
    '11月18日至20日',
    '26-11-18-1',
    '日',
  ])('does not know %j', (text) => {
    expect(readDate(text)).toBe('unknown');
  });

  it.each([
    ['12月19日', '2026-11-18', '2026-12-19', 'a month ahead is this year'],
    ['12月20日', '2026-11-18', '2025-12-20', 'more than a month ahead is last year'],
    ['12月30日', '2027-01-05', '2026-12-30', 'December read in January'],
    ['1月5日', '2026-12-20', '2027-01-05', 'January read in late December'],
    ['31日', '2026-12-01', 'impossible', 'November has no 31st'],
    ['31日', '2026-11-02', '2026-10-31', 'last month has one'],
    ['2月29日', '2028-03-01', '2028-02-29', 'a leap year'],
    ['2月29日', '2029-01-10', '2028-02-29', 'last year was one'],
    ['2月29日', '2026-03-01', 'impossible', 'no leap year near'],
    ['昨天', '2027-01-01', '2026-12-31', 'over New Year'],
    ['周日', '2026-11-22', '2026-11-22', 'on a Sunday'],
  ])('reads %s on %s as %s: %s', (text, today, day) => {
    expect(readDate(text, date(today))).toBe(day);
  });

  it('reads back every date written in full', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 36_000 }), (days) => {
        const day = date('2000-01-03').add({ days });
        expect(readDate(`${day.year}年${day.month}月${day.day}日`)).toBe(day.toString());
        expect(readDate(day.toString())).toBe(day.toString());
      }),
    );
  });

  it('never lies more than a month ahead when no year is given, nor more than a year back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3000 }), fc.integer({ min: 0, max: 364 }), (days, ordinal) => {
        const today = date('2024-01-01').add({ days });
        const { month, day } = date('2026-01-01').add({ days: ordinal });
        const answer = parseDate(`${month}月${day}日`, today);
        if (answer.kind !== 'ok') throw new Error(`${month}-${day} is a date in every year`);
        const distance = today.until(answer.date).days;
        expect(distance).toBeLessThanOrEqual(31);
        expect(distance).toBeGreaterThan(-336);
      }),
    );
  });

  it('answers any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(['ok', 'impossible', 'unknown']).toContain(parseDate(text, TODAY).kind);
        expect(parseMonth(text, TODAY) ?? '2026-01').toMatch(/^\d{4}-\d{2}$/);
        expect(parseWeek(text, TODAY) ?? '2026-W01').toMatch(/^\d{4}-W\d{2}$/);
      }),
    );
  });
});

describe('a year that nobody means', () => {
  it.each(['0000-01-01', '0000年1月1日', '00000101', '1999-12-31', '2101-01-01', '9999-12-31'])(
    'makes no date of %s',
    (text) => {
      expect(readDate(text)).toBe('unknown');
      expect(parseWeek(text, TODAY)).toBeUndefined();
    },
  );

  it.each(['0000-W01', '0001-W53', '9999-W52', '2101-W01'])('makes no week of %s', (text) => {
    expect(parseWeek(text, TODAY)).toBeUndefined();
  });
});

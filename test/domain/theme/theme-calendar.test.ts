import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { loadThemes } from '../../../config/load.ts';
import { createWorkCalendar } from '../../../src/domain/calendar/work-calendar.ts';
import {
  createThemeCalendar,
  describeTheme,
  headsUpDay,
  type Theme,
  type ThemeRule,
} from '../../../src/domain/theme/theme-calendar.ts';

const date = Temporal.PlainDate.from;
const calendar = createWorkCalendar();
const theme = (rule: ThemeRule, headsUp = 5): Theme => ({ name: '主题', rule, tell: 'lead', headsUp });

function inYear(year: number, rule: ThemeRule) {
  const [found] = createThemeCalendar([theme(rule)]).between(date(`${year}-01-01`), date(`${year}-12-31`));
  if (found === undefined) throw new Error('not in that year');
  return found;
}

describe('a theme', () => {
  it.each<[string, ThemeRule, number, string, string]>([
    ['a day', { kind: 'days', from: '04-22', to: '04-22' }, 2026, '2026-04-22', '4月22日（周三）'],
    [
      'a span',
      { kind: 'days', from: '12-01', to: '12-07' },
      2026,
      '2026-12-01',
      '12月1日（周二）至12月7日（周一）',
    ],
    ['a month', { kind: 'month', month: 6 }, 2026, '2026-06-01', '6月'],
    [
      'the third Saturday',
      { kind: 'nth', month: 9, number: 3, weekday: 6, days: 1 },
      2026,
      '2026-09-19',
      '9月19日（周六）',
    ],
    [
      'the first weekday, when the month begins on it',
      { kind: 'nth', month: 6, number: 1, weekday: 1, days: 1 },
      2026,
      '2026-06-01',
      '6月1日（周一）',
    ],
    [
      'the last Sunday',
      { kind: 'nth', month: 5, number: -1, weekday: 7, days: 1 },
      2026,
      '2026-05-31',
      '5月31日（周日）',
    ],
    [
      'a week from the third Monday',
      { kind: 'nth', month: 9, number: 3, weekday: 1, days: 7 },
      2025,
      '2025-09-15',
      '9月15日（周一）至9月21日（周日）',
    ],
  ])('on %s is found and told', (_, rule, year, first, words) => {
    const found = inYear(year, rule);
    expect(found.first.toString()).toBe(first);
    expect(describeTheme(found)).toBe(words);
  });

  it.each([
    ['2026-04-22', 5, '2026-04-15', 'over a weekend'],
    ['2026-04-22', 0, '2026-04-22', 'on the day itself'],
    ['2026-10-13', 5, '2026-09-30', 'over National Day, the make-up Saturday counted'],
    ['2026-05-12', 5, '2026-05-06', 'the make-up Saturday counted'],
  ])('on %s is told %i working days before, on %s: %s', (day, headsUp, told) => {
    const rule = { kind: 'days', from: day.slice(5), to: day.slice(5) } as const;
    const [found] = createThemeCalendar([theme(rule, headsUp)]).between(date(day), date(day));
    expect(found && headsUpDay(found, calendar).toString()).toBe(told);
  });
});

describe('the themes that come with the program', () => {
  const themes = createThemeCalendar(loadThemes('config/bot.yaml'));
  const namesOf = (from: string, to: string) =>
    themes.between(date(from), date(to)).map(({ theme: { name } }) => name);

  it.each([
    ['2026-02-02', '世界湿地日'],
    ['2026-03-12', '植树节'],
    ['2026-04-15', '全民国家安全教育日'],
    ['2026-04-22', '世界地球日'],
    ['2026-05-12', '全国防灾减灾日'],
    ['2026-06-25', '全国土地日'],
    ['2026-08-29', '测绘法宣传日'],
    ['2026-09-19', '全民国防教育日'],
    ['2026-12-04', '国家宪法日'],
  ])('have on %s the %s', (day, name) => {
    expect(namesOf(day, day)).toContain(name);
  });

  it('are found over the end of a year, in order', () => {
    expect(namesOf('2026-12-05', '2027-02-10')).toEqual(['宪法宣传周', '世界湿地日']);
    expect(namesOf('2026-05-01', '2026-05-31')).toEqual([
      '民法典宣传月',
      '全国防灾减灾日',
      '国际生物多样性日',
    ]);
  });
});

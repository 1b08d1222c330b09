import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { parseNotice } from '../../../src/domain/calendar/parse-notice.ts';
import { createWorkCalendar } from '../../../src/domain/calendar/work-calendar.ts';

const NOTICES = {
  2015: `国务院办公厅关于2015年部分节假日安排的通知
一、元旦：1月1日至3日放假调休，共3天。1月4日（星期日）上班。
二、春节：2月18日至24日放假调休，共7天。2月15日（星期日）、2月28日（星期六）上班。
三、清明节：4月5日放假，4月6日（星期一）补休。
四、劳动节：5月1日放假，与周末连休。
五、端午节：6月20日放假，6月22日（星期一）补休。
六、中秋节：9月27日放假。
七、国庆节：10月1日至7日放假调休，共7天。10月10日（星期六）上班。`,
  2023: `现将2023年元旦、春节等放假日期的安排通知如下。
一、元旦：2022年12月31日至2023年1月2日放假调休，共3天。
二、春节：1月21日至27日放假调休，共7天。1月28日（星期六）、1月29日（星期日）上班。
三、清明节：4月5日放假，共1天。
四、劳动节：4月29日至5月3日放假调休，共5天。4月23日（星期日）、5月6日（星期六）上班。
五、端午节：6月22日至24日放假调休，共3天。6月25日（星期日）上班。
六、中秋节、国庆节：9月29日至10月6日放假调休，共8天。10月7日（星期六）、10月8日（星期日）上班。`,
  2024: `2024年部分节假日安排如下。
一、元旦：1月1日放假，与周末连休。
二、春节：2月10日至17日放假调休，共8天。2月4日（星期日）、2月18日（星期日）上班。鼓励各单位安排职工在除夕（2月9日）休息。
三、清明节：4月4日至6日放假调休，共3天。4月7日（星期日）上班。
四、劳动节：5月1日至5日放假调休，共5天。4月28日（星期日）、5月11日（星期六）上班。
五、端午节：6月10日放假，与周末连休。
六、中秋节：9月15日至17日放假调休，共3天。9月14日（星期六）上班。
七、国庆节：10月1日至7日放假调休，共7天。9月29日（星期日）、10月12日（星期六）上班。`,
  2025: `一是自2025年1月1日起，国庆节自10月1日起放假调休，原则上共放假7天。现将2025年元旦等安排通知如下。
一、元旦：1月1日（周三）放假1天，不调休。
二、春节：1月28日（农历除夕、周二）至2月4日（农历正月初七、周二）放假调休，共8天。1月26日（周日）、2月8日（周六）上班。
三、清明节：4月4日（周五）至6日（周日）放假，共3天。
四、劳动节：5月1日（周四）至5日（周一）放假调休，共5天。4月27日（周日）上班。
五、端午节：5月31日（周六）至6月2日（周一）放假，共3天。
六、国庆节、中秋节：10月1日（周三）至8日（周三）放假调休，共8天。9月28日（周日）、10月11日（周六）上班。
国务院办公厅
2024年11月12日`,
  2026: `2026年部分节假日安排 一、元旦:1月1日(周四)至3日(周六)放假调休,共3天。1月4日(周日)上班。二、春节:2月15日(农历腊月二十八、周日)至23日(农历正月初七、周一)放假调休,共9天。2月14日(周六)、2月28日(周六)上班。三、清明节:4月4日(周六)至6日(周一)放假,共3天。四、劳动节:5月1日(周五)至5日(周二)放假调休,共5天。5月9日(周六)上班。五、端午节:6月19日(周五)至21日(周日)放假,共3天。六、中秋节:9月25日(周五)至27日(周日)放假,共3天。七、国庆节:10月1日(周四)至7日(周三)放假调休,共7天。9月20日(周日)、10月10日(周六)上班。`,
};

/** Told in a notice of their own, in May 2015. */
const LATER: Readonly<Record<string, readonly string[]>> = {
  2015: ['2015-09-03', '2015-09-04', '2015-09-06'],
};

const plan = createWorkCalendar();

describe('a notice', () => {
  it.each(Object.entries(NOTICES))('of %s gives the working days of the plan, day for day', (year, text) => {
    const { days, problems, missing } = parseNotice(text);
    const read = new Map(days.map(({ day, kind }) => [day, kind]));
    const first = new Temporal.PlainDate(Number(year), 1, 1);
    const differing = Array.from({ length: first.daysInYear }, (_, count) => first.add({ days: count }))
      // The days around its end belong to the next year's notice.
      .filter((date) => date.month < 12 || date.day < 28)
      .filter((date) => {
        const works = (read.get(date.toString()) ?? (date.dayOfWeek > 5 ? 'off' : 'workday')) === 'workday';
        return works !== plan.isWorkday(date);
      });

    expect({ problems, missing }).toEqual({ problems: [], missing: [] });
    expect(differing.map(String)).toEqual(LATER[year] ?? []);
  });

  it('reaches into the year before at New Year, with and without the years', () => {
    const without = '2023年部分节假日 一、元旦：12月31日至1月2日放假调休，共3天。12月25日（周日）上班。';
    expect(parseNotice(NOTICES[2023]).days.slice(0, 3)).toMatchObject([
      { day: '2022-12-31', kind: 'off' },
      { day: '2023-01-01', kind: 'off' },
      { day: '2023-01-02', kind: 'off' },
    ]);
    expect(parseNotice(without).days.map(({ day, kind }) => `${day} ${kind}`)).toEqual([
      '2022-12-25 workday',
      '2022-12-31 off',
      '2023-01-01 off',
      '2023-01-02 off',
    ]);
  });

  it('keeps what each day is for', () => {
    const { days } = parseNotice(NOTICES[2025]);
    expect(days.find(({ day }) => day === '2025-10-11')).toEqual({
      day: '2025-10-11',
      kind: 'workday',
      note: '国庆节、中秋节',
    });
  });

  it('says which holidays it has no part about', () => {
    expect(parseNotice(NOTICES[2026].split('六、')[0] ?? '').missing).toEqual(['中秋', '国庆']);
  });

  it.each([
    ['五、端午节：6月19日（周四）至21日放假，共3天。', 'wrong-weekday', '6月19日(周四)至21日放假,共3天'],
    ['五、端午节：6月19日至21日（星期六）放假，共3天。', 'wrong-weekday', '6月19日至21日(星期六)放假,共3天'],
    ['五、端午节：6月19日至21日放假，共4天。', 'wrong-count', '6月19日至21日放假,共4天'],
    ['五、端午节：6月31日放假。', 'no-such-day', '6月31日放假'],
    ['五、端午节：6月21日至19日放假。', 'wrong-order', '6月21日至19日放假'],
    ['五、端午节：1月1日至6月19日放假。', 'too-long', '1月1日至6月19日放假'],
    ['五、端午节：6月19日放假。6月22日上班。', 'not-weekend', '6月22日上班'],
    ['五、端午节：6月20日放假。6月20日上班。', 'both', '端午节：2026-06-20'],
    ['五、端午节：另行通知。', 'unreadable', '端午节：另行通知'],
  ])('with %s is refused: %s', (part, code, line) => {
    expect(parseNotice(`2026年部分节假日\n${part}`).problems).toEqual([{ code, line }]);
  });

  it('may have its year in front, and without one is no notice', () => {
    expect(parseNotice('2027\n一、元旦：1月1日放假。')).toMatchObject({
      year: 2027,
      days: [{ day: '2027-01-01' }],
    });
    expect(parseNotice('一、元旦：1月1日放假。')).toMatchObject({ year: undefined, days: [] });
  });

  it('of any other text gives nothing, and does so at once', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('1月1日', '至', '放假', '、', '（周', '）', '一、元旦：', '2027年', ' '), {
          maxLength: 400,
        }),
        (pieces) => {
          const started = performance.now();
          parseNotice(pieces.join(''));
          expect(performance.now() - started).toBeLessThan(5000);
        },
      ),
      { numRuns: 50 },
    );
  });
});

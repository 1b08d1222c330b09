import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { createWorkCalendar } from '../../../src/domain/calendar/work-calendar.ts';
import { readExcuse } from '../../../src/domain/duty/read-excuse.ts';

const KNOWN = ['规划科', '耕地科', '1科'];
const reading = {
  isDepartment: (name: string) => KNOWN.includes(name),
  today: Temporal.PlainDate.from('2026-11-18'),
  calendar: createWorkCalendar(),
};

describe('readExcuse', () => {
  it.each([
    ['规划科 本周 抽调参加防汛', ['规划科'], ['2026-W47'], '抽调参加防汛'],
    ['规划科：本周，抽调 2 人参加防汛', ['规划科'], ['2026-W47'], '抽调 2 人参加防汛'],
    ['规划科、耕地科 2周 原因：机构搬迁', ['规划科', '耕地科'], ['2026-W47', '2026-W48'], '机构搬迁'],
    ['规划科 耕地科 下周 本周 培训', ['规划科', '耕地科'], ['2026-W47', '2026-W48'], '培训'],
    ['规划科 本周、下周\n培训\n两天', ['规划科'], ['2026-W47', '2026-W48'], '培训\n两天'],
    ['规划科 11月16日 至 11月29日 培训', ['规划科'], ['2026-W47', '2026-W48'], '培训'],
    ['1科 本周 本周 调到外地', ['1科'], ['2026-W47'], '调到外地'],
    ['执法科 本周 防汛', ['执法科'], ['2026-W47'], '防汛'],
    ['规划科 防汛', ['规划科'], [], '防汛'],
    ['规划科 本周', ['规划科'], ['2026-W47'], ''],
    ['规划科', ['规划科'], [], ''],
    ['', [], [], ''],
  ])('%j', (text, departments, weeks, reason) => {
    expect(readExcuse(text, reading)).toEqual({ departments, weeks, reason });
  });

  it('leaves dates in the reason alone', () => {
    const text = '规划科 本周 11月17日至11月19日期间全员下乡';
    expect(readExcuse(text, reading).reason).toBe('11月17日至11月19日期间全员下乡');
  });
});

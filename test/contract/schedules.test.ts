import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadThemes } from '../../config/load.ts';
import type { WorkContext } from '../../src/bot/context.ts';
import type { AnySchedule } from '../../src/bot/define-schedule.ts';
import { loadSchedules } from '../../src/bot/load-parts.ts';
import { createWorkCalendar } from '../../src/domain/calendar/work-calendar.ts';
import { createThemeCalendar } from '../../src/domain/theme/theme-calendar.ts';
import { dateOf, fromStamp, type Instant } from '../../src/kernel/clock.ts';
import { openTestStore, testSettings } from '../support/open-test-store.ts';

const schedules = await loadSchedules();
const themes = createThemeCalendar(loadThemes('config/bot.yaml'));
const dutyWeekday = fc.constantFrom(3, 5);
const moment = fc.integer({ min: Date.UTC(2024, 0, 10), max: Date.UTC(2027, 10, 30) });

async function openPlan(schedule: AnySchedule) {
  const { repos } = await openTestStore();
  const group = {
    id: 'oc_group',
    name: '',
    settings: testSettings(),
    enabledAt: '2024-01-05T00:00:00.000Z',
  };
  const context = (now: Instant, weekday: number): WorkContext => ({
    now,
    today: dateOf(now),
    locale: 'zh-CN',
    calendar: createWorkCalendar({}, weekday),
    themes,
    group,
    repos,
    send: () => Promise.resolve(),
  });
  return {
    keys: (ctx: WorkContext) => schedule.plan(ctx).map(({ key }) => key),
    at: (millis: number, weekday: number) => context(fromStamp(new Date(millis).toISOString()), weekday),
  };
}

describe.each(schedules.map((schedule) => ({ schedule, name: schedule.name })))('$name', ({ schedule }) => {
  it('has nothing new to say before the moment until which it calls itself quiet', async () => {
    const { keys, at } = await openPlan(schedule);
    const property = fc.property(
      moment,
      dutyWeekday,
      fc.double({ min: 0, max: 1, noNaN: true }),
      (start, weekday, share) => {
        const now = at(start, weekday);
        const until = schedule.quietUntil?.(now)?.epochMilliseconds ?? start + 1;
        expect(until).toBeGreaterThan(start);
        const later = at(Math.min(until - 1, Math.floor(start + share * (until - start))), weekday);
        const last = at(until - 1, weekday);
        const known = keys(now);
        expect([...keys(later), ...keys(last)].filter((key) => !known.includes(key))).toEqual([]);
      },
    );
    fc.assert(property, { numRuns: 60 });
  });
});

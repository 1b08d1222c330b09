import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { createCalendars } from '../../../src/bot/calendar/create-calendars.ts';
import type { CalendarDay } from '../../../src/domain/calendar/calendar-day.ts';
import { openTestStore } from '../../support/open-test-store.ts';

const AT = '2026-11-16T01:00:00.000Z';
const FRIDAY = Temporal.PlainDate.from('2026-11-20');
const NATIONAL_DAY = Temporal.PlainDate.from('2026-10-01');

async function openGroups(...ids: string[]) {
  const { repos, store } = await openTestStore();
  for (const id of ids) await repos.groups.ensure(id, id, AT);
  let versions = 0;
  return {
    repos,
    store,
    groupOf: async (id: string) => repos.groups.ensure(id, '', AT),
    change: (id: string, day: CalendarDay, into = repos) => {
      versions += 1;
      return into.calendarDays.put(id, [day], { by: 'ou_admin', at: AT, version: `version ${versions}` });
    },
  };
}

const off: CalendarDay = { day: '2026-11-20', kind: 'off', note: '县运动会' };

describe("a group's calendar", () => {
  it('has its own days before the operator’s, and those before the plan', async () => {
    const { repos, groupOf, change } = await openGroups('oc_a', 'oc_b');
    const calendars = createCalendars({ '2026-11-20': 'workday', '2026-10-01': 'workday' });
    await change('oc_a', off);

    const [a, b] = [await groupOf('oc_a'), await groupOf('oc_b')];
    const [own, other] = [await calendars.of(a, repos), await calendars.of(b, repos)];

    expect([own.isWorkday(FRIDAY), other.isWorkday(FRIDAY)]).toEqual([false, true]);
    expect([own.isWorkday(NATIONAL_DAY), other.isWorkday(NATIONAL_DAY)]).toEqual([true, true]);
  });

  it('follows each change and its way back', async () => {
    const { repos, groupOf, change } = await openGroups('oc_a');
    const calendars = createCalendars();
    const worksOnFriday = async () => (await calendars.of(await groupOf('oc_a'), repos)).isWorkday(FRIDAY);

    const found = [await worksOnFriday()];
    await change('oc_a', off);
    found.push(await worksOnFriday());
    await repos.calendarDays.drop('oc_a', ['2026-11-20'], 'back');
    found.push(await worksOnFriday());

    expect(found).toEqual([true, false, true]);
  });

  it('is the one of the transaction inside it, and nothing of that stays when it is rolled back', async () => {
    const { repos, store, groupOf, change } = await openGroups('oc_a');
    const calendars = createCalendars();
    const inside: boolean[] = [];

    const broken = store.transaction(async (bound) => {
      await change('oc_a', off, bound);
      const group = await bound.groups.ensure('oc_a', '', AT);
      inside.push((await calendars.of(group, bound)).isWorkday(FRIDAY));
      throw new Error('rolled back');
    });

    await expect(broken).rejects.toThrow('rolled back');
    expect(inside).toEqual([false]);
    expect((await calendars.of(await groupOf('oc_a'), repos)).isWorkday(FRIDAY)).toBe(true);
  });

  it('is read once, and again only after a change', async () => {
    const { repos, groupOf, change } = await openGroups('oc_a', 'oc_b');
    const calendars = createCalendars();
    await change('oc_a', off);
    let reads = 0;
    const counting = {
      calendarDays: {
        list: (id: string) => {
          reads += 1;
          return repos.calendarDays.list(id);
        },
      },
    };

    for (const id of ['oc_a', 'oc_a', 'oc_b', 'oc_b']) await calendars.of(await groupOf(id), counting);
    expect(reads).toBe(1);
    await change('oc_a', { ...off, kind: 'workday' });
    await calendars.of(await groupOf('oc_a'), counting);
    expect(reads).toBe(2);
  });

  it('has the weekday that the group has set', async () => {
    const { repos, groupOf } = await openGroups('oc_a');
    const calendars = createCalendars();
    const before = await calendars.of(await groupOf('oc_a'), repos);
    await repos.groups.override('oc_a', { dutyWeekday: 4 });

    const after = await calendars.of(await groupOf('oc_a'), repos);

    expect([before.dutyWeekday, after.dutyWeekday]).toEqual([5, 4]);
  });
});

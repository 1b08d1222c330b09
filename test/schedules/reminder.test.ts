import { expect, it } from 'vitest';
import { createCalendars } from '../../src/bot/calendar/create-calendars.ts';
import { loadSchedules } from '../../src/bot/load-parts.ts';
import { runDueSchedules } from '../../src/bot/run-schedules.ts';
import { fromStamp, toStamp } from '../../src/kernel/clock.ts';
import { silentLogger } from '../../src/kernel/logger.ts';
import { claimOne } from '../support/claim-one.ts';
import { GROUP, openTestStore } from '../support/open-test-store.ts';

it('a clock that is set back, and runs on, sends nothing twice', async () => {
  const { store, repos, clock } = await openTestStore('2026-11-20T09:00');
  const at = toStamp(clock.now());
  await repos.groups.ensure(GROUP, '', at);
  await repos.groups.enable(GROUP, at, 'ou_admin');
  await repos.departments.add({ id: 'd1', groupId: GROUP, name: '规划科', openedOn: '2026-01-01' });
  const schedules = await loadSchedules();
  const calendars = createCalendars();
  const tick = (wallClock: string) => {
    clock.moveTo(fromStamp(`${wallClock}:00+08:00`));
    const deps = { store, clock, calendars, locale: 'zh-CN', logger: silentLogger } as const;
    return runDueSchedules(schedules, { ...deps, onPlanned: () => undefined });
  };
  for (const time of ['2026-11-20T10:01', '2026-11-20T08:00', '2026-11-19T10:01', '2026-11-20T10:02'])
    await tick(time);

  const sent = [await claimOne(repos.outbox), await claimOne(repos.outbox)];
  expect(sent.map((draft) => draft?.key)).toEqual([`remind:${GROUP}:2026-W47:group`, undefined]);
});

import { describe, expect, it, onTestFinished } from 'vitest';
import { createCalendars } from '../../src/bot/calendar/create-calendars.ts';
import { cleanUp } from '../../src/bot/clean-up.ts';
import { startSchedules } from '../../src/bot/run-schedules.ts';
import { toStamp } from '../../src/kernel/clock.ts';
import { silentLogger } from '../../src/kernel/logger.ts';
import { claimOne } from '../support/claim-one.ts';
import { held } from '../support/held.ts';
import { GROUP, openTestStore } from '../support/open-test-store.ts';

const DAY = 24 * 3600;
const NOTICE = { kind: 'notice', text: 'x' } as const;

async function openKeeper() {
  const { store, repos, clock, rows } = await openTestStore();
  const deps = { store, clock, logger: silentLogger };
  return {
    deps,
    clock,
    repos,
    rows,
    recall: (id: string) => repos.records.bury(id, toStamp(clock.now())),
    left: async () => (await rows('select message_id from tombstones')).length,
    days: () => rows(`select due, outcome from fired where schedule = 'clean-up' order by due`),
  };
}

describe('the daily clean-up', () => {
  it('keeps each kind for as long as the operator has set', async () => {
    const { deps, repos, clock, recall, left, rows } = await openKeeper();
    const retention = { traces: 5, deliveries: 400, withdrawnFiles: 0, auditLog: 10 };
    await recall('om_1');
    const at = toStamp(clock.now());
    await repos.records.audit({ groupId: GROUP, at, actorId: 'ou_a', action: 'config.set', detail: {} });
    await repos.outbox.add({ key: 'k', target: { kind: 'person', personId: 'ou_a' }, message: NOTICE });
    await repos.outbox.sent(held(await claimOne(repos.outbox)), 'om_sent');
    clock.advance(6 * DAY);
    await cleanUp({ ...deps, retention });
    expect([await left(), (await rows('select id from audit')).length]).toEqual([0, 1]);
    clock.advance(5 * DAY);
    await cleanUp({ ...deps, retention });
    expect((await rows('select id from audit')).length).toBe(0);
    clock.advance(380 * DAY);
    await cleanUp({ ...deps, retention });
    expect((await rows('select id from outbox')).length).toBe(1);
  });

  it('keeps the log for ever unless the operator says otherwise', async () => {
    const { deps, repos, clock, rows } = await openKeeper();
    const at = toStamp(clock.now());
    await repos.records.audit({ groupId: GROUP, at, actorId: 'ou_a', action: 'config.set', detail: {} });
    clock.advance(3000 * DAY);
    await cleanUp(deps);
    expect((await rows('select id from audit')).length).toBe(1);
  });

  it('keeps a recall for 30 days, and no longer', async () => {
    const { deps, clock, recall, left } = await openKeeper();
    await recall('om_1');
    clock.advance(29 * DAY);
    await cleanUp(deps);
    expect(await left()).toBe(1);
    clock.advance(2 * DAY);
    await cleanUp(deps);
    expect(await left()).toBe(0);
  });

  it('runs once a day, however often it is asked', async () => {
    const { deps, clock, days } = await openKeeper();
    await Promise.all([cleanUp(deps), cleanUp(deps), cleanUp(deps)]);
    await cleanUp(deps);
    expect(await days()).toEqual([{ due: '2026-11-16', outcome: 'deleted 0' }]);
    clock.advance(DAY);
    await cleanUp(deps);
    expect(await days()).toHaveLength(2);
  });

  it('takes its own traces along', async () => {
    const { deps, clock, days } = await openKeeper();
    await cleanUp(deps);
    clock.advance(31 * DAY);
    await cleanUp(deps);
    expect(await days()).toEqual([{ due: '2026-12-17', outcome: 'deleted 1' }]);
  });

  it('comes with the tick of the schedules', async () => {
    const { deps, clock, recall, left } = await openKeeper();
    await recall('om_1');
    clock.advance(31 * DAY);
    const jobs = startSchedules({
      ...deps,
      schedules: [],
      calendars: createCalendars(),
      locale: 'zh-CN',
      onPlanned: () => undefined,
    });
    onTestFinished(() => jobs.stop());
    await jobs.runNow();
    expect(await left()).toBe(0);
  });
});

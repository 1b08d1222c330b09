import { expect, it, onTestFinished } from 'vitest';
import { createCalendars } from '../../src/bot/calendar/create-calendars.ts';
import { type AnySchedule, defineSchedule } from '../../src/bot/define-schedule.ts';
import { createQuietGroups } from '../../src/bot/quiet-groups.ts';
import { runDueSchedules, startSchedules } from '../../src/bot/run-schedules.ts';
import { toStamp } from '../../src/kernel/clock.ts';
import { silentLogger } from '../../src/kernel/logger.ts';
import { openTestStore } from '../support/open-test-store.ts';

/** A bell that rings once an hour in every group, with a message; `failures` rings break off at the end. */
function bell(failures: { left: number } = { left: 0 }, cron = '0 * * * *'): AnySchedule {
  return defineSchedule({
    name: 'bell',
    cron,
    due: (ctx) => [{ key: toStamp(ctx.now).slice(0, 13), dueAt: ctx.now }],
    async run(ctx, moment) {
      await ctx.send({
        key: `bell:${ctx.group.id}:${moment.key}`,
        target: { kind: 'chat', chatId: ctx.group.id },
        message: { kind: 'notice', text: moment.key },
      });
      if (failures.left-- > 0) throw new Error('broke off');
      return 'rang';
    },
  });
}

async function openTower(groups: readonly string[], schedule = bell()) {
  const { store, repos, clock, rows } = await openTestStore();
  const at = toStamp(clock.now());
  for (const group of groups) {
    await repos.groups.ensure(group, group, at);
    await repos.groups.enable(group, at, 'ou_admin');
  }
  const deps = {
    ...{ store, clock, calendars: createCalendars(), logger: silentLogger },
    locale: 'zh-CN' as const,
    onPlanned: () => undefined,
  };
  const quiet = createQuietGroups();
  const tick = () => runDueSchedules([schedule], { ...deps, quiet });
  const start = () => startSchedules({ ...deps, schedules: [schedule] });
  const rung = async () => (await rows('select group_id || key as it from outbox order by id')).length;
  return { repos, clock, tick, start, rung, fired: () => rows('select group_id, outcome from fired') };
}

it('acts on a moment once, however many ticks meet', async () => {
  const { tick, rung, clock } = await openTower(['oc_a']);
  await Promise.all([tick(), tick(), tick()]);
  expect(await rung()).toBe(1);
  clock.advance(3600);
  await tick();
  expect(await rung()).toBe(2);
});

it('acts by itself: at once on what came due while nobody looked, then at each tick, until it is stopped', async () => {
  const { start, rung, clock } = await openTower(['oc_a'], bell({ left: 0 }, '* * * * * *'));
  const jobs = start();
  onTestFinished(() => jobs.stop());
  await expect.poll(rung, { timeout: 20_000 }).toBe(1);
  clock.advance(3600);
  await expect.poll(rung, { timeout: 20_000 }).toBe(2);
  await jobs.stop();
  clock.advance(3600);
  await new Promise((resolve) => setTimeout(resolve, 1200));
  expect(await rung()).toBe(2);
});

it('acts in every group that is enabled, and records what was done', async () => {
  const { tick, fired, repos } = await openTower(['oc_a', 'oc_b', 'oc_gone']);
  await repos.groups.ensure('oc_new', 'not enabled yet', '2026-11-16T01:00:00.000Z');
  await repos.groups.markRemoved('oc_gone', '2026-11-16T01:00:00.000Z');
  await tick();
  expect(await fired()).toEqual([
    { group_id: 'oc_a', outcome: 'rang' },
    { group_id: 'oc_b', outcome: 'rang' },
  ]);
});

// It breaks off among others first, then by itself.
it('leaves nothing of a run that breaks off, does not let it stop the others, and tries it again', async () => {
  const { tick, rung, fired } = await openTower(['oc_a', 'oc_b'], bell({ left: 2 }));
  await tick();
  expect(await fired()).toEqual([{ group_id: 'oc_b', outcome: 'rang' }]);
  expect(await rung()).toBe(1);
  await tick();
  expect(await fired()).toHaveLength(2);
  expect(await rung()).toBe(2);
});

it('asks about a group again when its quiet time is over, its settings change or the clock goes back', async () => {
  const asked: string[] = [];
  const silent: AnySchedule = defineSchedule({
    name: 'silent',
    cron: '* * * * *',
    due(ctx) {
      asked.push(toStamp(ctx.now).slice(11, 16));
      return [];
    },
    quietUntil: (ctx) => ctx.now.add({ hours: 1 }),
    run: () => Promise.resolve(''),
  });
  const { tick, clock, repos } = await openTower(['oc_a'], silent);
  const advance = async (minutes: number) => {
    clock.advance(minutes * 60);
    await tick();
  };

  await tick();
  await advance(59);
  expect(asked).toEqual(['01:00']);
  await advance(1);
  await advance(1);
  expect(asked).toEqual(['01:00', '02:00']);
  await repos.groups.override('oc_a', { lateWeeks: 3 });
  await advance(1);
  await advance(1);
  await advance(-30);

  expect(asked).toEqual(['01:00', '02:00', '02:02', '01:33']);
});

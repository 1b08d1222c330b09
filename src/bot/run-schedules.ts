import cron from 'node-cron';
import { workingWindow } from '../domain/calendar/working-hours.ts';
import type { Group } from '../domain/group/group.ts';
import { type Clock, dateOf, type Instant, toStamp, ZONE } from '../kernel/clock.ts';
import type { Logger } from '../kernel/logger.ts';
import type { Locale } from '../kernel/text/texts.ts';
import type { Repos, Store } from '../store/create-store.ts';
import type { Calendars } from './calendar/create-calendars.ts';
import { cleanUp } from './clean-up.ts';
import type { WorkContext } from './context.ts';
import type { AnySchedule } from './define-schedule.ts';
import { settleOverdue } from './settle-overdue.ts';

export interface ScheduleDeps {
  readonly store: Store;
  readonly schedules: readonly AnySchedule[];
  readonly clock: Clock;
  readonly calendars: Calendars;
  readonly locale: Locale;
  readonly logger: Logger;
  readonly onPlanned: () => void;
}

/** Acts on everything that is due now in every enabled group. Resolves when what follows is stored. */
export async function runDueSchedules(
  schedules: readonly AnySchedule[],
  deps: Omit<ScheduleDeps, 'schedules'>,
): Promise<void> {
  for (const group of await deps.store.repos.groups.enabled()) {
    await makeUpForDelay(group, deps);
    for (const schedule of schedules) await runForGroup(schedule, group, deps);
  }
  deps.onPlanned();
}

async function makeUpForDelay(group: Group, deps: Omit<ScheduleDeps, 'schedules'>): Promise<void> {
  const { store, logger } = deps;
  // Looked at first: a transaction every minute would hold up others for nothing.
  if ((await store.repos.outbox.overdue(group.id)).length === 0) return;
  try {
    await store.transaction(async (repos) => settleOverdue(await createWorkContext(repos, group, deps)));
  } catch (err) {
    logger.error({ err, group: group.id }, 'overdue messages could not be settled');
  }
}

async function runForGroup(
  schedule: AnySchedule,
  group: Group,
  deps: Omit<ScheduleDeps, 'schedules'>,
): Promise<void> {
  const log = deps.logger.child({ schedule: schedule.name, group: group.id });
  const outside = await createWorkContext(deps.store.repos, group, deps);
  for (const moment of schedule.plan(outside)) {
    if (await deps.store.repos.records.hasFired(schedule.name, group.id, moment.key)) continue;
    try {
      const outcome = await deps.store.transaction(async (repos) => {
        const ctx = await createWorkContext(repos, group, deps);
        const row = { schedule: schedule.name, groupId: group.id, due: moment.key, at: toStamp(ctx.now) };
        const mine = await repos.records.fire({ ...row, outcome: '' });
        if (!mine) return 'done elsewhere';
        const did = await moment.run(ctx);
        await repos.records.conclude({ ...row, outcome: did });
        return did;
      });
      log.info({ due: moment.key, outcome }, 'schedule ran');
    } catch (err) {
      // The next tick looks again: nothing of this moment was recorded.
      log.error({ err, due: moment.key }, 'schedule failed');
    }
  }
}

/** Nobody asked for what a schedule sends, so it leaves within the group's working hours alone. */
async function createWorkContext(
  repos: Repos,
  group: Group,
  deps: Pick<ScheduleDeps, 'clock' | 'calendars' | 'locale'>,
): Promise<WorkContext> {
  const now = deps.clock.now();
  const { workingHours } = group.settings;
  const calendar = await deps.calendars.of(group, repos);
  return {
    now,
    today: dateOf(now),
    locale: deps.locale,
    calendar,
    group,
    repos,
    async send(draft) {
      const window = workingWindow(latest(now, draft.notBefore), calendar, workingHours);
      const bounds = { notBefore: window.from, notAfter: window.to };
      await repos.outbox.add({ ...draft, ...bounds, groupId: group.id });
    },
  };
}

function latest(now: Instant, notBefore: Instant | undefined): Instant {
  return notBefore !== undefined && notBefore.epochMilliseconds > now.epochMilliseconds ? notBefore : now;
}

/** Ticks from node-cron in the product's zone; one run at a time, so that slow ones do not pile up. A day's first cleans up. */
export function startSchedules(deps: ScheduleDeps): { stop(): Promise<void>; runNow(): Promise<void> } {
  let last: Promise<void> = Promise.resolve();
  const run = (schedules: readonly AnySchedule[]) => {
    last = last
      .then(() => runDueSchedules(schedules, deps))
      .then(() => cleanUp(deps))
      .catch((err: unknown) => deps.logger.error({ err }, 'schedules could not be run'));
    return last;
  };
  const tasks = deps.schedules.map((schedule) =>
    cron.schedule(schedule.cron, () => run([schedule]), {
      name: schedule.name,
      timezone: ZONE,
      noOverlap: true,
    }),
  );
  return {
    runNow: () => run(deps.schedules),
    async stop() {
      for (const task of tasks) await task.destroy();
      await last;
    },
  };
}

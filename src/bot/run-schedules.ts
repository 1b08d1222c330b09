import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import type { Group } from '../domain/group/group.ts';
import { ZONE } from '../kernel/clock.ts';
import { type ActDeps, actOnDue } from './act-on-due.ts';
import { type CleanUpDeps, cleanUp } from './clean-up.ts';
import type { WorkContext } from './context.ts';
import { createWorkContext } from './create-work-context.ts';
import type { AnySchedule } from './define-schedule.ts';
import { findDue } from './find-due.ts';
import { createQuietGroups, type QuietGroups } from './quiet-groups.ts';
import { settleOverdue } from './settle-overdue.ts';

export interface ScheduleDeps extends ActDeps, Pick<CleanUpDeps, 'retention' | 'removeBlob'> {
  readonly schedules: readonly AnySchedule[];
  readonly onPlanned: () => void;
  /** Done before each look: notes in the store what schedules can't look at themselves. Does not throw. */
  readonly prepare?: () => Promise<void>;
}

type RunDeps = Omit<ScheduleDeps, 'schedules'> & {
  /** Kept from tick to tick: groups in which nothing can be due yet are passed over. */
  readonly quiet?: QuietGroups;
};

/** Moments that are acted on in one transaction: what comes in meanwhile waits for them. */
const TOGETHER = 20;

/** Acts on everything that is due now in every enabled group. Resolves when what follows is stored. */
export async function runDueSchedules(schedules: readonly AnySchedule[], deps: RunDeps): Promise<void> {
  const groups = await deps.store.repos.groups.enabled();
  await makeUpForDelay(groups, deps);
  for (const schedule of schedules) await runInGroups(schedule, groups, deps);
  deps.onPlanned();
}

async function makeUpForDelay(groups: readonly Group[], deps: RunDeps): Promise<void> {
  const { store, logger } = deps;
  // Looked at first: a transaction every minute would hold up others for nothing.
  const late = await store.repos.outbox.groupsOverdue();
  for (const group of groups.filter(({ id }) => late.has(id))) {
    try {
      await store.transaction(async (repos) => {
        const held = (await repos.groups.hold(group.id)) ?? group;
        await settleOverdue(await createWorkContext(repos, held, deps));
      }, 'overdue');
    } catch (err) {
      logger.error({ err, group: group.id }, 'overdue messages could not be settled');
    }
  }
}

async function runInGroups(schedule: AnySchedule, groups: readonly Group[], deps: RunDeps): Promise<void> {
  const awake = await listAwake(schedule, groups, deps);
  const due = await findDue(schedule, awake, deps.store);
  const unsettled = new Set<string>();
  for (let first = 0; first < due.length; first += TOGETHER) {
    const failed = await actOnDue(schedule, due.slice(first, first + TOGETHER), deps);
    for (const { ctx } of failed) unsettled.add(ctx.group.id);
    deps.onPlanned();
  }
  for (const ctx of awake) {
    const until = schedule.quietUntil?.(ctx);
    if (until !== undefined && !unsettled.has(ctx.group.id)) deps.quiet?.note(schedule, ctx, until);
  }
}

/** The groups in which something may be due, as they are outside of any transaction. */
async function listAwake(
  schedule: AnySchedule,
  groups: readonly Group[],
  deps: RunDeps,
): Promise<readonly WorkContext[]> {
  const { repos } = deps.store;
  const now = deps.clock.now();
  const awake: WorkContext[] = [];
  for (const group of groups) {
    const calendar = await deps.calendars.of(group, repos);
    if (deps.quiet?.isQuiet(schedule, { group, calendar, now })) continue;
    awake.push(await createWorkContext(repos, group, deps));
  }
  return awake;
}

/**
 * node-cron reckons with time zones for long, and its first tick is a minute away: until it is loaded the process has
 * answered what came first. In ms.
 */
const BEFORE_TICKS_MS = 1000;

/**
 * Looks once at what came due while the program was down, then at each tick of node-cron in the product's zone; one run
 * at a time, so that slow ones do not pile up. A day's first cleans up.
 */
export function startSchedules(options: ScheduleDeps): { stop(): Promise<void>; runNow(): Promise<void> } {
  const deps = { ...options, quiet: createQuietGroups() };
  let last: Promise<void> = Promise.resolve();
  const run = (schedules: readonly AnySchedule[]) => {
    last = last
      .then(() => deps.prepare?.())
      .then(() => runDueSchedules(schedules, deps))
      .then(() => cleanUp(deps))
      .catch((err: unknown) => deps.logger.error({ err }, 'schedules could not be run'));
    return last;
  };
  const stopped = new AbortController();
  const ticking = tick(deps.schedules, run, stopped.signal);
  void run(deps.schedules);
  return {
    runNow: () => run(deps.schedules),
    async stop() {
      stopped.abort();
      await ticking;
      await last;
    },
  };
}

/** Resolves once it has been stopped and does not tick any more. */
async function tick(
  schedules: readonly AnySchedule[],
  run: (schedules: readonly AnySchedule[]) => Promise<void>,
  stopped: AbortSignal,
): Promise<void> {
  const isStopped = once(stopped, 'abort');
  await Promise.race([isStopped, pause(BEFORE_TICKS_MS, undefined, { ref: false })]);
  if (stopped.aborted) return;
  const { default: cron } = await import('node-cron');
  const tasks = schedules.map((schedule) =>
    cron.schedule(schedule.cron, () => run([schedule]), {
      name: schedule.name,
      timezone: ZONE,
      noOverlap: true,
    }),
  );
  if (!stopped.aborted) await isStopped;
  for (const task of tasks) await task.destroy();
}

import { toStamp } from '../kernel/clock.ts';
import type { Logger } from '../kernel/logger.ts';
import type { Repos, Store } from '../store/create-store.ts';
import { createWorkContext, type WorkContextDeps } from './create-work-context.ts';
import type { AnySchedule } from './define-schedule.ts';
import type { DueInGroup } from './find-due.ts';
import type { Meter } from './metrics/create-meter.ts';

export interface ActDeps extends WorkContextDeps {
  readonly store: Store;
  readonly logger: Logger;
  /** Default: nothing is counted. */
  readonly meter?: Meter | undefined;
}

/**
 * Acts on some moments in one transaction: one flush to the disk for all. Should one break off, nothing of any is left,
 * and each is tried by itself. Returns those that failed; the next tick looks again.
 */
export async function actOnDue(
  schedule: AnySchedule,
  some: readonly DueInGroup[],
  deps: ActDeps,
): Promise<readonly DueInGroup[]> {
  const trace = `${schedule.name} ${toStamp(deps.clock.now())}`;
  const log = deps.logger.child({ trace, schedule: schedule.name });
  try {
    const outcomes = await deps.store.transaction(
      (repos) => actInTurn(schedule, some, { ...deps, repos }),
      trace,
    );
    for (const { group, due, outcome } of outcomes) {
      log.info({ group, due, outcome }, 'schedule ran');
      deps.meter?.count('publicity_schedules_fired_total', schedule.name);
    }
    return [];
  } catch (err) {
    if (some.length > 1) return actOneByOne(schedule, some, deps);
    const [failed] = some;
    log.error({ err, group: failed?.ctx.group.id, due: failed?.moment.key }, 'schedule failed');
    return some;
  }
}

async function actOneByOne(
  schedule: AnySchedule,
  some: readonly DueInGroup[],
  deps: ActDeps,
): Promise<readonly DueInGroup[]> {
  const failed: DueInGroup[] = [];
  for (const one of some) failed.push(...(await actOnDue(schedule, [one], deps)));
  return failed;
}

async function actInTurn(
  schedule: AnySchedule,
  some: readonly DueInGroup[],
  { repos, ...deps }: ActDeps & { readonly repos: Repos },
): Promise<readonly { group: string; due: string; outcome: string }[]> {
  const held = await repos.groups.holdAll(some.map(({ ctx }) => ctx.group.id));
  const outcomes = [];
  for (const { ctx: outside, moment } of some) {
    const group = held.find(({ id }) => id === outside.group.id) ?? outside.group;
    const ctx = await createWorkContext(repos, group, deps);
    const row = { schedule: schedule.name, groupId: ctx.group.id, due: moment.key, at: toStamp(ctx.now) };
    // Done elsewhere meanwhile: that is counted there.
    if (!(await repos.records.fire({ ...row, outcome: '' }))) continue;
    const outcome = await moment.run(ctx);
    await repos.records.conclude({ ...row, outcome });
    outcomes.push({ group: ctx.group.id, due: moment.key, outcome });
  }
  return outcomes;
}

import type { Store } from '../store/create-store.ts';
import type { WorkContext } from './context.ts';
import type { AnySchedule, PlannedMoment } from './define-schedule.ts';

/** A moment of a schedule that has come due in a group and was not acted on yet. */
export interface DueInGroup {
  readonly ctx: WorkContext;
  readonly moment: PlannedMoment;
}

/** What a schedule has to do now in these groups (each as a context outside any transaction), oldest first in each. */
export async function findDue(
  schedule: AnySchedule,
  contexts: readonly WorkContext[],
  { repos }: Pick<Store, 'repos'>,
): Promise<readonly DueInGroup[]> {
  const planned = contexts.flatMap((ctx) => schedule.plan(ctx).map((moment) => ({ ctx, moment })));
  if (planned.length === 0) return [];
  const fired = await repos.records.firedAmong(schedule.name, {
    groups: [...new Set(planned.map(({ ctx }) => ctx.group.id))],
    dues: [...new Set(planned.map(({ moment }) => moment.key))],
  });
  return planned.filter(({ ctx, moment }) => !fired.has(`${ctx.group.id} ${moment.key}`));
}

import { toStamp } from '../../src/kernel/clock.ts';
import type { Period } from '../oracle/plan-looks.ts';
import type { GroupPlan } from '../plan/act.ts';
import type { Reminder } from '../reminder.ts';
import { createActWriter, listActs } from './act-writer.ts';
import { createGatherer } from './gather-reminders.ts';
import { openStage, type StageOptions } from './open-stage.ts';
import { planTicks } from './plan-ticks.ts';
import { instantOf } from './still-clock.ts';
import { createGroup } from './write-change.ts';

export interface PlayOptions extends Omit<StageOptions, 'at' | 'exclusive'> {
  readonly plans: readonly GroupPlan[];
  readonly period: Period;
  /** Local times, in order. Default: `planTicks`. */
  readonly ticks?: readonly string[];
}

/** Plays the days in a fresh database; returns every reminder that the program sent. */
export async function playGroups(options: PlayOptions): Promise<readonly Reminder[]> {
  const { plans, period, file } = options;
  const start = `${period.from}T00:00`;
  const stage = await openStage({ ...options, at: start, exclusive: true });
  await stage.store.transaction(async (repos) => {
    for (const plan of plans) await createGroup(plan, start, repos);
  });
  const writer = await createActWriter(file, plans, stage);
  const gatherer = createGatherer(file, plans);
  const acts = listActs(plans);
  let entered = 0;
  for (const tick of options.ticks ?? planTicks(plans, period)) {
    const first = entered;
    while ((acts[entered]?.act.at ?? '9999') <= tick) entered += 1;
    await writer.write(acts.slice(first, entered));
    await stage.tick(tick);
    gatherer.gather(toStamp(instantOf(tick)));
  }
  gatherer.close();
  writer.close();
  await stage.close();
  return gatherer.sent;
}

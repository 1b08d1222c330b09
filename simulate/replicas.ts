import { join } from 'node:path';
import { loadSettings } from '../config/load.ts';
import { toStamp } from '../src/kernel/clock.ts';
import { dismiss, nextAnswer, obey, order, startChild } from './child.ts';
import { inTemporaryFolder } from './in-temporary-folder.ts';
import { judge } from './judge.ts';
import { nameGroups, planGroup } from './plan/plan-group.ts';
import { createActWriter, listActs } from './play/act-writer.ts';
import { createGatherer } from './play/gather-reminders.ts';
import { openStage } from './play/open-stage.ts';
import { planTicks } from './play/plan-ticks.ts';
import { instantOf } from './play/still-clock.ts';
import { createGroup } from './play/write-change.ts';
import { type Finding, type Simulation, summarize } from './simulation.ts';

interface Replica {
  readonly file: string;
  readonly at: string;
}

const defaults = () => loadSettings('config/bot.yaml');

/** Several processes look at the same clock at once, on one database: every reminder is to go out once all the same. */
export function playReplicas(simulation: Simulation, count: number): Promise<Finding> {
  const { from, to, groups } = simulation;
  const period = { from, to, downs: [] };
  const plans = nameGroups(groups).map((id) => planGroup(id, simulation));
  return inTemporaryFolder(async (folder) => {
    const replica: Replica = { file: join(folder, 'bot.db'), at: `${from}T00:00` };
    const stage = await openStage({ ...replica, defaults: defaults(), exclusive: false });
    for (const plan of plans) await createGroup(plan, replica.at, stage.store.repos);
    const writer = await createActWriter(replica.file, plans, stage);
    const gatherer = createGatherer(replica.file, plans);
    const replicas = Array.from({ length: count }, () => startChild('replica', replica));
    await Promise.all(replicas.map(nextAnswer));
    const acts = listActs(plans);
    let entered = 0;
    for (const tick of planTicks(plans, period)) {
      const first = entered;
      while ((acts[entered]?.act.at ?? '9999') <= tick) entered += 1;
      await writer.write(acts.slice(first, entered));
      await Promise.all(replicas.map((child) => order(child, tick)));
      gatherer.gather(toStamp(instantOf(tick)));
    }
    await Promise.all(replicas.map(dismiss));
    writer.close();
    gatherer.close();
    await stage.close();
    return summarize(judge(plans, period, gatherer.sent));
  });
}

/** What each of the processes does: looks when it is told to. */
export async function runReplica(replica: Replica): Promise<void> {
  const stage = await openStage({ ...replica, defaults: defaults(), exclusive: false });
  await obey((tick) => stage.tick(tick));
  await stage.close();
}

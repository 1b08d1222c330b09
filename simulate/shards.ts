import { appendFileSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { loadSettings } from '../config/load.ts';
import { askChild } from './child.ts';
import { inTemporaryFolder } from './in-temporary-folder.ts';
import { dumpLines, judge } from './judge.ts';
import { nameGroups, planGroup } from './plan/plan-group.ts';
import { everyMinute } from './play/plan-ticks.ts';
import { playGroups } from './play/play-groups.ts';
import { addUp, type Finding, type Simulation, summarize } from './simulation.ts';

/** Some of the groups, played by a process of its own with a database of its own. */
export interface Shard extends Simulation {
  /** Which share of the groups: the n-th of so many. */
  readonly share: readonly [nth: number, of: number];
  /** Where to write each reminder as a line. */
  readonly dump?: string | undefined;
  /** Look at the clock every minute instead of when something is due. */
  readonly everyMinute?: boolean;
}

/** Shares the groups among as many processes as there are processors: SQLite works in one thread. */
export async function playShards(
  simulation: Simulation,
  options: Pick<Shard, 'dump' | 'everyMinute'>,
): Promise<Finding> {
  const { dump } = options;
  const count = Math.min(availableParallelism(), simulation.groups);
  if (dump !== undefined) rmSync(dump, { force: true });
  const shards = Array.from(
    { length: count },
    (_, nth): Shard => ({ ...simulation, ...options, share: [nth, count] }),
  );
  return addUp(await Promise.all(shards.map((shard) => askChild<Finding>('shard', shard))));
}

/** What the process of a shard does. */
export async function playShard({ dump, share: [nth, of], ...simulation }: Shard): Promise<Finding> {
  const { from, to, groups } = simulation;
  const ids = nameGroups(groups).filter((_, index) => index % of === nth);
  const plans = ids.map((id) => planGroup(id, simulation));
  const period = { from, to, downs: [] };
  const sent = await inTemporaryFolder((folder) =>
    playGroups({
      plans,
      period,
      file: join(folder, 'bot.db'),
      defaults: loadSettings('config/bot.yaml'),
      ...(simulation.everyMinute === true ? { ticks: everyMinute(period) } : {}),
    }),
  );
  const judgement = judge(plans, period, sent);
  if (dump !== undefined) {
    const lines = dumpLines(sent, judgement.expected);
    appendFileSync(dump, lines.map((line) => `${line}\n`).join(''));
  }
  return summarize(judgement);
}

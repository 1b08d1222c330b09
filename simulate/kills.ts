import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { loadSettings } from '../config/load.ts';
import { createRandomSource } from '../sandbox/world/random-source.ts';
import { toStamp } from '../src/kernel/clock.ts';
import { dismiss, nextAnswer, obey, order, startChild } from './child.ts';
import { inTemporaryFolder } from './in-temporary-folder.ts';
import { judge } from './judge.ts';
import { dayNumber, dayText, mondayOf } from './oracle/day-number.ts';
import type { Period } from './oracle/plan-looks.ts';
import type { GroupPlan } from './plan/act.ts';
import { nameGroups, planGroup } from './plan/plan-group.ts';
import { createActWriter, listActs } from './play/act-writer.ts';
import { createGatherer } from './play/gather-reminders.ts';
import { openStage } from './play/open-stage.ts';
import { planTicks } from './play/plan-ticks.ts';
import { instantOf } from './play/still-clock.ts';
import { createGroup } from './play/write-change.ts';
import { type Finding, type Simulation, summarize } from './simulation.ts';

interface Player {
  readonly file: string;
  readonly simulation: Simulation;
}

/** What has been played to its end. The database alone tells the next process where to go on. */
const PLAYED_UNTIL = 'simulation:played-until';
/** Every so many weeks the program does not run from Wednesday morning on, for some days. */
const DOWN_WEEKS = 9;
/** How long a week takes to play at first, in ms; then the last one's time counts. */
const FIRST_GUESS_MS = 30;

/**
 * A process plays week after week, and is killed (SIGKILL) at a random moment of each; the next one goes on where the
 * database says. Besides, the program is down over a duty day now and then.
 */
export function playWithKills(simulation: Simulation): Promise<Finding & { readonly kills: number }> {
  const { plans, period } = planAll(simulation);
  const { dice } = createRandomSource(`kills ${simulation.seed}`);
  return inTemporaryFolder(async (folder) => {
    const player: Player = { file: join(folder, 'bot.db'), simulation };
    await prepare(player, plans);
    const gatherer = createGatherer(player.file, plans);
    let child = await start(player);
    let [kills, weekMs] = [0, FIRST_GUESS_MS];
    for (const sunday of listSundays(period)) {
      child.on('error', () => undefined);
      child.send(sunday);
      await pause(dice() * weekMs);
      await kill(child);
      kills += 1;
      child = await start(player);
      const begun = performance.now();
      await order(child, sunday);
      weekMs = Math.max(weekMs / 2, performance.now() - begun);
      gatherer.collect();
    }
    await dismiss(child);
    gatherer.close();
    return { ...summarize(judge(plans, period, gatherer.sent)), kills };
  });
}

function planAll(simulation: Simulation): { plans: readonly GroupPlan[]; period: Period } {
  const { from, to, groups } = simulation;
  const downs = listSundays(simulation)
    .filter((_, index) => index % DOWN_WEEKS === DOWN_WEEKS - 1)
    .map((sunday, index) => ({
      from: `${dayText(dayNumber(sunday) - 4)}T08:00`,
      // Until Thursday noon, Friday noon, Saturday noon …
      to: `${dayText(dayNumber(sunday) - 3 + (index % 5))}T12:15`,
    }));
  const plans = nameGroups(groups).map((id) => planGroup(id, simulation));
  return { plans, period: { from, to, downs } };
}

function listSundays({ from, to }: Pick<Simulation, 'from' | 'to'>): readonly string[] {
  const sundays: string[] = [];
  for (let monday = mondayOf(dayNumber(from)); monday <= dayNumber(to); monday += 7)
    sundays.push(dayText(monday + 6));
  return sundays;
}

async function prepare({ file, simulation }: Player, plans: readonly GroupPlan[]): Promise<void> {
  const at = `${simulation.from}T00:00`;
  const stage = await openStage({ file, at, defaults: loadSettings('config/bot.yaml'), exclusive: true });
  for (const plan of plans) await createGroup(plan, at, stage.store.repos);
  await stage.close();
}

async function start(player: Player): Promise<ChildProcess> {
  const child = startChild('player', player);
  await nextAnswer(child);
  return child;
}

async function kill(child: ChildProcess): Promise<void> {
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}

/** What the process does that is killed: plays until the end of the day it is told. */
export async function runPlayer({ file, simulation }: Player): Promise<void> {
  const { plans, period } = planAll(simulation);
  const at = `${simulation.from}T00:00`;
  const stage = await openStage({ file, at, defaults: loadSettings('config/bot.yaml'), exclusive: true });
  const { records } = stage.store.repos;
  const writer = await createActWriter(file, plans, stage);
  const gatherer = createGatherer(file, plans);
  const [acts, ticks] = [listActs(plans), planTicks(plans, period)];
  await obey(async (lastDay) => {
    let done = (await records.value(PLAYED_UNTIL)) ?? '';
    for (const tick of ticks.filter((one) => one > done && one.slice(0, 10) <= lastDay)) {
      const since = done;
      await writer.write(acts.filter(({ act }) => act.at > since && act.at <= tick));
      await stage.tick(tick);
      gatherer.deliver(toStamp(instantOf(tick)));
      await records.setValue(PLAYED_UNTIL, tick);
      done = tick;
    }
  });
  writer.close();
  gatherer.close();
  await stage.close();
}

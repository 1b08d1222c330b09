import type { Findings, SentReminder } from './audit/evidence.ts';
import { disturbPlatform } from './harm/api-faults.ts';
import { drawHarm, type HarmPlan } from './harm/draw-harm.ts';
import { createHarms, type HarmCounts } from './harm/inflict.ts';
import { drawEvent } from './load/draw-event.ts';
import { type Week, weekOfSoak } from './load/weeks.ts';
import { setUpGroups, type WorkGroup } from './load/work-group.ts';
import { countGroups, countWeeks, type Soak } from './soak.ts';
import type { Stage } from './stage.ts';

/** What has been done to the bots, and what was found out meanwhile. */
export interface Played {
  readonly harm: Omit<HarmCounts, 'falselyReady'>;
  readonly findings: Findings;
  /** From the first event to the last thing dealt with. */
  readonly seconds: number;
}

/** Plays everything from the set-up of the groups until all is quiet again. */
export async function play(soak: Soak, stage: Stage, progress: (line: string) => void): Promise<Played> {
  const { sandbox, dice, database, disk, backupAudit } = stage;
  const groups = await setUpGroups(sandbox, countGroups(soak));
  await stage.settle();
  progress(`${groups.length} groups are set up`);
  const player = createPlayer(stage, {
    groups,
    plan: drawHarm(soak, {
      dice,
      restarts: database.restart !== undefined,
      cuts: database.lines.length > 0,
      fullDisks: disk !== undefined,
    }),
  });
  if (disk === undefined) progress('the disk is never full: this system has no prlimit');
  const weeks = Array.from({ length: countWeeks(soak) }, (_, number) => weekOfSoak(number));
  const calm = disturbPlatform(sandbox);
  const start = performance.now();
  for (const [number, week] of weeks.entries()) {
    const share = (of: number) => Math.floor((of * soak.events) / weeks.length);
    const since = performance.now();
    await player.moveTo(week.opening);
    await player.talk(share(number), share(number + 1));
    await stage.settle();
    await backupAudit.run(since);
    await player.remind(week, number);
    progress(`week ${number + 1} of ${weeks.length}: ${share(number + 1)} events`);
  }
  calm();
  await stage.settle();
  const seconds = (performance.now() - start) / 1000;
  const { falselyReady, ...harm } = player.counts;
  const expected = weeks.flatMap((week) => expectReminders(week, groups, stage));
  return { harm, seconds, findings: { expected, falselyReady, backups: backupAudit.findings } };
}

function createPlayer(stage: Stage, { groups, plan }: { groups: readonly WorkGroup[]; plan: HarmPlan }) {
  const { sandbox, fleet, ledger, dice } = stage;
  const moveTo = async (instant: Week['opening']) => {
    // Real time may have brought the clock there already.
    if (instant.epochMilliseconds > sandbox.clock.now().epochMilliseconds) sandbox.clock.moveTo(instant);
    await fleet.followClock();
  };
  const harms = createHarms(stage, (minutes) => moveTo(sandbox.clock.now().add({ minutes })));

  return {
    counts: harms.counts,
    moveTo,
    /** The events from one index up to before another, and what happens in between. */
    async talk(from: number, to: number): Promise<void> {
      for (let index = from; index < to; index += 1) {
        for (const harm of plan.at(index)) await harms.inflict(harm);
        await stage.room();
        const event = drawEvent(groups, { dice, sandbox });
        const { person, chat, text, kind } = event;
        ledger.note(sandbox.say(person, chat, text, { fleeting: kind === 'talk' }), event);
      }
      await harms.over();
    },
    /** The rounds of a week's Friday. */
    async remind({ rounds }: Week, week: number): Promise<void> {
      let kills = plan.killsInRounds(week);
      for (const [nth, round] of rounds.entries()) {
        const moved = moveTo(round);
        const last = nth === rounds.length - 1;
        for (; kills > 0 && (last || dice() < 0.5); kills -= 1) await harms.inflict({ kind: 'kill' });
        await moved;
        await stage.settle();
      }
    },
  };
}

function expectReminders(
  { days }: Week,
  groups: readonly WorkGroup[],
  { sandbox }: Stage,
): readonly SentReminder[] {
  return groups.flatMap(({ chat, silent }) => [
    { chat, week: days, round: 'group' },
    { chat: sandbox.privateChat(silent), week: days, round: 'private' },
  ]);
}

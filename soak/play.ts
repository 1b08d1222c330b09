import type { SentReminder } from './audit/evidence.ts';
import { disturbPlatform } from './harm/api-faults.ts';
import { drawHarm, type Harm, type HarmPlan } from './harm/draw-harm.ts';
import { drawEvent } from './load/draw-event.ts';
import { type Week, weekOfSoak } from './load/weeks.ts';
import { setUpGroups, type WorkGroup } from './load/work-group.ts';
import { countGroups, countWeeks, type Soak } from './soak.ts';
import type { Stage } from './stage.ts';

/** What has been done to the bots. */
export interface Played {
  /** Kills that hit a process. */
  readonly deaths: number;
  readonly databaseRestarts: number;
  /** The reminders that were to go out. */
  readonly expected: readonly SentReminder[];
  /** From the first event to the last thing dealt with. */
  readonly seconds: number;
}

/** Plays everything from the set-up of the groups until all is quiet again. */
export async function play(soak: Soak, stage: Stage, progress: (line: string) => void): Promise<Played> {
  const { sandbox, dice, database } = stage;
  const groups = await setUpGroups(sandbox, countGroups(soak));
  await stage.settle();
  progress(`${groups.length} groups are set up`);
  const player = createPlayer(stage, {
    groups,
    plan: drawHarm(soak, { dice, restarts: database.restart !== undefined }),
  });
  const weeks = Array.from({ length: countWeeks(soak) }, (_, number) => weekOfSoak(number));
  const calm = disturbPlatform(sandbox);
  const start = performance.now();
  for (const [number, week] of weeks.entries()) {
    const share = (of: number) => Math.floor((of * soak.events) / weeks.length);
    await player.moveTo(week.opening);
    await player.talk(share(number), share(number + 1));
    await stage.settle();
    await player.remind(week, number);
    progress(`week ${number + 1} of ${weeks.length}: ${share(number + 1)} events`);
  }
  calm();
  await stage.settle();
  const seconds = (performance.now() - start) / 1000;
  return {
    ...player.counts,
    seconds,
    expected: weeks.flatMap((week) => expectReminders(week, groups, stage)),
  };
}

function createPlayer(stage: Stage, { groups, plan }: { groups: readonly WorkGroup[]; plan: HarmPlan }) {
  const { sandbox, fleet, ledger, dice, database } = stage;
  const counts = { deaths: 0, databaseRestarts: 0 };

  const kill = async () => {
    if (await fleet.kill()) counts.deaths += 1;
  };
  const moveTo = async (instant: Week['opening']) => {
    // Real time may have brought the clock there already.
    if (instant.epochMilliseconds > sandbox.clock.now().epochMilliseconds) sandbox.clock.moveTo(instant);
    await fleet.followClock();
  };
  const inflict = async (harm: Harm) => {
    if (harm.kind === 'kill') await kill();
    if (harm.kind === 'database-restart') {
      await database.restart?.();
      counts.databaseRestarts += 1;
    }
    if (harm.kind === 'clock-step') await moveTo(sandbox.clock.now().add({ minutes: harm.minutes }));
  };

  return {
    counts,
    moveTo,
    /** The events from one index up to before another, and what happens in between. */
    async talk(from: number, to: number): Promise<void> {
      for (let index = from; index < to; index += 1) {
        for (const harm of plan.at(index)) await inflict(harm);
        await stage.room();
        const event = drawEvent(groups, { dice, sandbox });
        const { person, chat, text, kind } = event;
        ledger.note(sandbox.say(person, chat, text, { fleeting: kind === 'talk' }), event);
      }
    },
    /** The rounds of a week's Friday. */
    async remind({ rounds }: Week, week: number): Promise<void> {
      let kills = plan.killsInRounds(week);
      for (const [nth, round] of rounds.entries()) {
        const moved = moveTo(round);
        const last = nth === rounds.length - 1;
        for (; kills > 0 && (last || dice() < 0.5); kills -= 1) await kill();
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

import { countWeeks, type EventIndex, type Soak } from '../soak.ts';

export type Harm =
  | { readonly kind: 'kill' | 'database-restart' }
  /** The clocks of platform and bots go forward by so many minutes in the midst of everything. */
  | { readonly kind: 'clock-step'; readonly minutes: number };

export interface HarmPlan {
  /** What happens before which event. */
  at(index: EventIndex): readonly Harm[];
  /** Kills while the reminders of a week go out, by the week's number from 0. */
  killsInRounds(week: number): number;
}

/** One of ten kills falls into the few seconds in which reminders go out. */
const ROUND_SHARE = 0.1;
const STEPS_A_WEEK = 4;
/** So that the hour in which the platform knows a uuid again is not over before a repeat: see docs/guides/soak.md. */
const STEP_MINUTES = { least: 3, spread: 7 };
/** A database is broken off once for so many kills. */
const KILLS_A_RESTART = 10;

/** Spreads the harm over the events. The same dice give the same plan. `restarts`: the database may be broken off. */
export function drawHarm(
  soak: Pick<Soak, 'events' | 'kills'>,
  { dice, restarts }: { dice: () => number; restarts: boolean },
): HarmPlan {
  const weeks = countWeeks(soak);
  const plan = new Map<EventIndex, Harm[]>();
  const rounds = new Map<number, number>();
  const put = (harm: Harm) => {
    const index = Math.floor(dice() * soak.events);
    plan.set(index, [...(plan.get(index) ?? []), harm]);
  };
  for (let nth = 0; nth < soak.kills; nth += 1) {
    const week = Math.floor(dice() * weeks);
    if (dice() < ROUND_SHARE) rounds.set(week, (rounds.get(week) ?? 0) + 1);
    else put({ kind: 'kill' });
  }
  for (let nth = 0; nth < STEPS_A_WEEK * weeks; nth += 1) {
    put({ kind: 'clock-step', minutes: STEP_MINUTES.least + Math.floor(dice() * STEP_MINUTES.spread) });
  }
  if (restarts) {
    for (let nth = 0; nth < soak.kills; nth += KILLS_A_RESTART) put({ kind: 'database-restart' });
  }
  return { at: (index) => plan.get(index) ?? [], killsInRounds: (week) => rounds.get(week) ?? 0 };
}

import { countWeeks, type EventIndex, type Soak } from '../soak.ts';
import type { CutKind } from './database-line.ts';

export type Harm =
  | { readonly kind: 'kill' | 'database-restart' | 'backup' }
  /** The clocks of platform and bots go forward by so many minutes in the midst of everything. */
  | { readonly kind: 'clock-step'; readonly minutes: number }
  /** First some writes fail, then all of them; so long each, in ms. */
  | { readonly kind: 'full-disk'; readonly brimMs: number; readonly fullMs: number }
  /** One bot, chosen by a number in [0, 1), does not reach the database; `expires`: and its leases run out meanwhile. */
  | {
      readonly kind: 'cut';
      readonly bot: number;
      readonly how: CutKind;
      readonly ms: number;
      readonly expires: boolean;
    };

export interface HarmPlan {
  /** What happens before which event. */
  at(index: EventIndex): readonly Harm[];
  /** Kills while the reminders of a week go out, by the week's number from 0. */
  killsInRounds(week: number): number;
}

/** What can be done to a database and its disk. */
export type Means = Readonly<Record<'restarts' | 'cuts' | 'fullDisks', boolean>>;

/** One of ten kills falls into the few seconds in which reminders go out. */
const ROUND_SHARE = 0.1;
const STEPS_A_WEEK = 4;
/** So that the hour in which the platform knows a uuid again is not over before a repeat: see docs/guides/soak.md. */
const STEP_MINUTES = { least: 3, spread: 7 };
/** Each of these comes once for so many kills. */
const KILLS_A = { restart: 10, cut: 10, fullDisk: 20, backup: 20 };
const DISK_MS = { least: 400, spread: 2600 };
/** One of four lasts so much longer that a message could have been tried four times meanwhile. */
const LONG_DISK = { share: 0.25, times: 4 };
/**
 * How long a line is cut: most often a moment; sometimes so long that others have looked for what was in hand; and sometimes
 * longer than any statement is waited for (40 s).
 */
const CUTS: readonly { readonly upTo: number; readonly least: number; readonly spread: number }[] = [
  { upTo: 0.6, least: 200, spread: 3800 },
  { upTo: 0.9, least: 18_000, spread: 7000 },
  { upTo: 1, least: 42_000, spread: 5000 },
];
/** A cut as long as this is long enough for others to take over what was in hand. */
const TAKEN_OVER_MS = 18_000;

/** Spreads the harm over the events. The same dice give the same plan. */
export function drawHarm(
  soak: Pick<Soak, 'events' | 'kills'>,
  { dice, ...means }: { dice: () => number } & Means,
): HarmPlan {
  const weeks = countWeeks(soak);
  const plan = new Map<EventIndex, Harm[]>();
  const rounds = new Map<number, number>();
  const put = (harm: Harm) => {
    const index = Math.floor(dice() * soak.events);
    plan.set(index, [...(plan.get(index) ?? []), harm]);
  };
  const putEach = (killsForOne: number, draw: () => Harm) => {
    for (let nth = 0; nth < soak.kills; nth += killsForOne) put(draw());
  };
  const length = ({ least, spread }: { least: number; spread: number }) =>
    least + Math.floor(dice() * spread);
  for (let nth = 0; nth < soak.kills; nth += 1) {
    const week = Math.floor(dice() * weeks);
    if (dice() < ROUND_SHARE) rounds.set(week, (rounds.get(week) ?? 0) + 1);
    else put({ kind: 'kill' });
  }
  for (let nth = 0; nth < STEPS_A_WEEK * weeks; nth += 1) {
    put({ kind: 'clock-step', minutes: length(STEP_MINUTES) });
  }
  putEach(KILLS_A.backup, () => ({ kind: 'backup' }));
  if (means.restarts) putEach(KILLS_A.restart, () => ({ kind: 'database-restart' }));
  if (means.cuts) putEach(KILLS_A.cut, () => drawCut(dice, length));
  if (means.fullDisks) {
    putEach(KILLS_A.fullDisk, () => {
      const times = dice() < LONG_DISK.share ? LONG_DISK.times : 1;
      return { kind: 'full-disk', brimMs: times * length(DISK_MS), fullMs: times * length(DISK_MS) };
    });
  }
  return { at: (index) => plan.get(index) ?? [], killsInRounds: (week) => rounds.get(week) ?? 0 };
}

function drawCut(dice: () => number, length: (range: { least: number; spread: number }) => number): Harm {
  const point = dice();
  const ms = length(CUTS.find(({ upTo }) => point < upTo) ?? { least: 0, spread: 0 });
  const how: CutKind = dice() < 0.5 ? 'reset' : 'silence';
  return { kind: 'cut', bot: dice(), how, ms, expires: ms >= TAKEN_OVER_MS };
}

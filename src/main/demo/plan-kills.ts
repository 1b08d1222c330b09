import type { Act } from '../../../sandbox/demo/act.ts';
import { createRandomSource } from '../../../sandbox/world/random-source.ts';

/** One planned death: so many real milliseconds after its act has begun, or after the bot is back from the last one. */
export interface PlannedKill {
  readonly afterMs: number;
}

/** From the arrival of an event to the last answer it is about this long; kills fall anywhere within. */
const SPAN_MS = 160;
/** Acts with something to work off are hit more often than mere ticks of the clock. */
const BUSY_WEIGHT = 6;

/** Spreads kills over the acts at random; the same seed gives the same plan. By the act's index. */
export function planKills(
  acts: readonly Act[],
  { count, seed }: { count: number; seed: string },
): ReadonlyMap<number, readonly PlannedKill[]> {
  const random = createRandomSource(`kills:${seed}`);
  const slots = acts.flatMap((act, index) => Array<number>(isBusy(act) ? BUSY_WEIGHT : 1).fill(index));
  const plan = new Map<number, PlannedKill[]>();
  for (let nth = 0; nth < count; nth += 1) {
    const index = slots[Math.floor(random.dice() * slots.length)] ?? 0;
    const kill = { afterMs: Math.floor(random.dice() * SPAN_MS) };
    plan.set(index, [...(plan.get(index) ?? []), kill]);
  }
  return plan;
}

function isBusy(act: Act): boolean {
  return act.kind !== 'tick' || act.round !== undefined;
}

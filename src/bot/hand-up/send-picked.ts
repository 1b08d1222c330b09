import type { Picks } from '../../domain/hand-up/read-picks.ts';
import type { CommandContext } from '../context.ts';
import { choosePicked, type Picked } from './choose-picked.ts';
import { handUpItems, MOST_AT_ONCE } from './hand-up-items.ts';
import type { HandedUp, Sending } from './sending.ts';

/** What came of some picked items; those that could not go are in it with the reason. */
export interface Outcome extends Pick<Picked, 'refused' | 'unknown'> {
  readonly sent: readonly HandedUp[];
  /** How many more could have gone: too many for one time. */
  readonly left: number;
}

/** Hands up those of the picked items that can be. */
export async function sendPicked(ctx: CommandContext, plan: Sending, picks: Picks): Promise<Outcome> {
  const { chosen, refused, unknown } = choosePicked(plan.candidates, picks);
  const candidates = chosen.slice(0, MOST_AT_ONCE);
  const sent = candidates.length === 0 ? [] : await handUpItems(ctx, { ...plan, candidates });
  return { sent, refused, unknown, left: chosen.length - candidates.length };
}

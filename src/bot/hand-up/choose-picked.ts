import type { Pick, Picks } from '../../domain/hand-up/read-picks.ts';
import { parseItemRef } from '../../domain/item/item-number.ts';
import type { Candidate } from './list-candidates.ts';

export interface Picked {
  /** What can be handed up, in the report's order. */
  readonly chosen: readonly Candidate[];
  /** Picked by number, and cannot. Whoever says `all` means those that can. */
  readonly refused: readonly Candidate[];
  /** Numbers of no item of the report, and ranges without any. */
  readonly unknown: readonly string[];
}

export function isReady({ standing }: Candidate): boolean {
  return standing.kind === 'new' || standing.kind === 'corrected';
}

export function choosePicked(candidates: readonly Candidate[], picks: Picks): Picked {
  if (picks.kind === 'all') return { chosen: candidates.filter(isReady), refused: [], unknown: [] };
  const meant = new Set<Candidate>();
  const unknown = new Set<string>();
  for (const pick of picks.picks) {
    const found = candidates.filter((one) => isMeant(one, pick));
    for (const one of found) meant.add(one);
    if (found.length === 0) unknown.add(typeof pick === 'string' ? pick : `#${pick.first}-#${pick.last}`);
  }
  return {
    chosen: candidates.filter((one) => meant.has(one) && isReady(one)),
    refused: candidates.filter((one) => meant.has(one) && !isReady(one)),
    unknown: [...unknown],
  };
}

function isMeant({ printed: { serial, number } }: Candidate, pick: Pick): boolean {
  if (typeof pick !== 'string') return pick.first <= serial && serial <= pick.last;
  const ref = parseItemRef(pick);
  if (ref === undefined) return false;
  return ref.kind === 'serial' ? ref.serial === serial : ref.number === number;
}

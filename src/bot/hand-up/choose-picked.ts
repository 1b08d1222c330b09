import type { Picks } from '../../domain/hand-up/read-picks.ts';
import { parseItemRef } from '../../domain/item/item-number.ts';
import type { Candidate } from './list-candidates.ts';

export interface Picked {
  /** What can be handed up, in the report's order. */
  readonly chosen: readonly Candidate[];
  /** Picked by number, and cannot. Whoever says `all` means those that can. */
  readonly refused: readonly Candidate[];
  /** Numbers of no item of the report, as written. */
  readonly unknown: readonly string[];
}

export function isReady({ standing }: Candidate): boolean {
  return standing.kind === 'new' || standing.kind === 'corrected';
}

export function choosePicked(candidates: readonly Candidate[], picks: Picks): Picked {
  if (picks.kind === 'all') return { chosen: candidates.filter(isReady), refused: [], unknown: [] };
  const picked = new Map(picks.refs.map((ref) => [ref, candidates.find((one) => isMeant(one, ref))]));
  const meant = new Set(picked.values());
  return {
    chosen: candidates.filter((one) => meant.has(one) && isReady(one)),
    refused: candidates.filter((one) => meant.has(one) && !isReady(one)),
    unknown: [...picked].filter(([, found]) => found === undefined).map(([ref]) => ref),
  };
}

function isMeant({ printed }: Candidate, written: string): boolean {
  const ref = parseItemRef(written);
  if (ref === undefined) return false;
  return ref.kind === 'serial' ? ref.serial === printed.serial : ref.number === printed.number;
}

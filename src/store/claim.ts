import type { Expression, QueryCreator, UpdateResult } from 'kysely';
import { isTaken, wasBrokenOff } from './postgres/errors.ts';
import type { Executor } from './row-shape.ts';
import type { Schema } from './schema.ts';

/**
 * Something in hand: its row, and which try this is. The try tells an earlier holder from a later one, so that a claim
 * that was taken over is mostly noticed before anything is done for it. Where a try does not count (`Inbox.postpone`,
 * and a message that goes on after an answer) its number is given out again, and two may think that they hold the row.
 * What an event does still takes effect once: it is in the transaction that settles the row, whoever comes second finds
 * it settled, and one that is handed out again is worked off on what stands in the database by then.
 */
export interface Claim {
  readonly id: number;
  /** 1 at the first try. */
  readonly attempt: number;
}

/** The claim ran out and somebody else may have gone on with it: what was to be recorded is not true any more. */
export class ClaimLost extends Error {
  constructor({ id, attempt }: Claim) {
    super(`row ${id} is not in hand any more (try ${attempt})`);
  }
}

/** Throws ClaimLost unless a row was found that is still in the holder's hands. */
export function checkHeld(claim: Claim, { numUpdatedRows }: UpdateResult): void {
  if (numUpdatedRows === 0n) throw new ClaimLost(claim);
}

/** Others may claim at the same moment, each in another chat. */
const LOOKS = 5;

/**
 * Two that see the same moment may both choose from one chat, which an index forbids, or wait for each other where they
 * do so in two: the later one, or who is broken off, looks again and finds what the other has claimed. None when it was
 * too late each time.
 */
export async function claimAlone<T>(claim: () => Promise<T[]>): Promise<T[]> {
  for (let look = 1; look <= LOOKS; look += 1) {
    try {
      return await claim();
    } catch (error) {
      if (!isTaken(error) && !wasBrokenOff(error)) throw error;
    }
  }
  return [];
}

/**
 * Begins a statement on the rows that are `chosen`. They are chosen once, however they are then looked up: each look would
 * lock some more.
 */
export function withChosen<Id extends string | number>(
  db: Executor,
  choose: (db: QueryCreator<Schema>) => Expression<{ id: Id }>,
) {
  return db.with((chosen) => chosen('chosen').materialized(), choose);
}

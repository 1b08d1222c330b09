import type { ItemRecord } from '../../domain/item/item-record.ts';
import type { ReportVersion } from '../../store/repos/reports.ts';
import type { Candidate } from './list-candidates.ts';
import type { WayUp } from './open-way-up.ts';

/** An item of this group, and what it is in the upper one. */
export interface HandedUp {
  readonly candidate: Candidate;
  readonly above: ItemRecord;
  /** Items of the upper group that it is like. */
  readonly alike: readonly ItemRecord[];
  /** Words that the upper group's editors had changed gave way to a correction. */
  readonly replaced: boolean;
}

/** A final version with its way up, and items of it: all that there are to choose from, or those that were chosen. */
export interface Sending {
  readonly version: Pick<ReportVersion, 'month' | 'version' | 'facts'>;
  readonly candidates: readonly Candidate[];
  readonly way: Extract<WayUp, { kind: 'open' }>;
}

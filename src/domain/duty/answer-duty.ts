import type { DutyAnswer } from '../report/facts.ts';

/** What a department has sent for a week that it owes. */
export interface WeekCount {
  /** Items it owes, at least 1. */
  readonly quota: number;
  readonly onTime: number;
  readonly late: number;
  /** It has said that there is nothing, or nothing more. */
  readonly nil: boolean;
  readonly excused: boolean;
}

/**
 * How a department answered a week. Enough items on time come first; who has said that there is nothing more, or is
 * excused, has sent enough with any. An excuse comes next, so that nobody is late who owed nothing; late items fill the
 * quota, and win over a nil report, which a later submission replaces.
 */
export function answerDuty({ quota, onTime, late, nil, excused }: WeekCount): DutyAnswer {
  const enough = nil || excused ? 1 : quota;
  if (onTime >= enough) return 'submitted';
  if (excused) return 'excused';
  if (onTime + late >= enough) return 'late';
  return nil ? 'nil' : 'missing';
}

import type { DutyAnswer } from '../report/facts.ts';
import type { Round } from './reminder-mode.ts';

/**
 * What came of a round: it was `sent`; `nobody` was missing; the reminders were `paused`; it was `missed` while the bot was
 * down; or a later one `replaced` it.
 */
export type RoundOutcome = 'sent' | 'nobody' | 'paused' | 'missed' | 'replaced';

/** What a round found of a department, kept as it was then: what is sent in later does not change it. */
export interface DepartmentFinding {
  readonly departmentId: string;
  readonly answer: DutyAnswer | 'voluntary';
  /** The first item that counted, `#12` is 12, and when it or the nil report was sent (ISO-8601 UTC). */
  readonly serial?: number;
  readonly at?: string;
  /** Names of correspondents who had left the group and so could not be called. */
  readonly gone?: readonly string[];
}

export interface RoundRecord {
  readonly groupId: string;
  /** Names the round within the group, e.g. `2026-W47:group`. */
  readonly key: string;
  readonly week: string;
  readonly kind: Round | 'manual';
  /** When it was decided on, ISO-8601 UTC. */
  readonly at: string;
  readonly outcome: RoundOutcome;
  readonly findings: readonly DepartmentFinding[];
  /** Key of the group card's draft, and a digest of what the card says now. */
  readonly card?: { readonly key: string; readonly digest: string };
}

import { type Instant, instantAt, type PlainDate, parseDay } from '../../src/kernel/clock.ts';

/** The weeks after the holidays of October 2026: ten with five working days each. */
const FIRST_MONDAY = parseDay('2026-10-12');

/** One week that is played: from Monday morning on people talk, and on Friday the reminders go out. */
export interface Week {
  readonly opening: Instant;
  /** Moments at which a round has just come due. */
  readonly rounds: readonly Instant[];
  /** As cards tell it. */
  readonly days: string;
}

export function weekOfSoak(number: number): Week {
  const monday = FIRST_MONDAY.add({ days: 7 * number });
  const friday = monday.add({ days: 4 });
  return {
    opening: instantAt(monday, '09:00'),
    rounds: [instantAt(friday, '10:00'), instantAt(friday, '15:30')],
    days: `${describe(monday)}—${describe(monday.add({ days: 6 }))}`,
  };
}

function describe({ month, day }: PlainDate): string {
  return `${month}月${day}日`;
}

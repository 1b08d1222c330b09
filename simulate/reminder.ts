/** `closing`: the line that tells the leads how the week came out, on the working day after. */
export type Round = 'group' | 'private' | 'closing';

/** That a department was named in a round, or that the leads were told of a week. Day and time are Asia/Shanghai. */
export interface Reminder {
  readonly group: string;
  /** ISO 8601, `YYYY-Www`. */
  readonly week: string;
  readonly day: string;
  /** `HH:MM`. */
  readonly time: string;
  readonly round: Round;
  /** By the name it has on that day; empty for a closing line. */
  readonly department: string;
  /** What the closing line counts, in its order: owed, submitted, nil, excused, late, missing; or that all rests. */
  readonly counts?: string;
  /** Ids of the people mentioned on the card, or written to in private; sorted, each once. */
  readonly people: readonly string[];
}

/** With what makes the department one to be named. */
export interface ExpectedReminder extends Reminder {
  readonly reason: string;
}

/** What may be there once. */
export function keyOf({ group, week, round, department }: Reminder): string {
  return `${group} ${week} ${round} ${department}`;
}

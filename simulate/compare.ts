import { type ExpectedReminder, keyOf, type Reminder } from './reminder.ts';

export interface Verdict {
  /** Went out, and was not to go out: not at all, at another time, or with other people. */
  readonly wrong: readonly Reminder[];
  /** Was to go out, and did not. */
  readonly missing: readonly ExpectedReminder[];
  /** Went out once more: the same department in the same round of the same week. */
  readonly double: readonly Reminder[];
}

/** Compares as sets: order does not count. */
export function compareReminders(expected: readonly ExpectedReminder[], sent: readonly Reminder[]): Verdict {
  const wanted = new Map(expected.map((one) => [keyOf(one), one]));
  const [wrong, double]: [Reminder[], Reminder[]] = [[], []];
  const seen = new Set<string>();
  for (const one of sent) {
    const key = keyOf(one);
    if (seen.has(key)) double.push(one);
    else if (!isAsWanted(one, wanted.get(key))) wrong.push(one);
    seen.add(key);
  }
  return { wrong, double, missing: expected.filter((one) => !seen.has(keyOf(one))) };
}

function isAsWanted(one: Reminder, wanted: ExpectedReminder | undefined): boolean {
  return (
    wanted !== undefined &&
    wanted.day === one.day &&
    wanted.time === one.time &&
    wanted.counts === one.counts &&
    wanted.people.join() === one.people.join()
  );
}

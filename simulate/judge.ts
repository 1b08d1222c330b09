import { compareReminders, type Verdict } from './compare.ts';
import { expectReminders } from './oracle/expect-reminders.ts';
import type { Period } from './oracle/plan-looks.ts';
import type { GroupPlan } from './plan/act.ts';
import { type ExpectedReminder, keyOf, type Reminder } from './reminder.ts';

export interface Judgement extends Verdict {
  /** How many reminders were sent: a department in a round, or a closing line. */
  readonly reminders: number;
  readonly expected: readonly ExpectedReminder[];
}

/** What the oracle says to what was sent in these groups. */
export function judge(plans: readonly GroupPlan[], period: Period, sent: readonly Reminder[]): Judgement {
  const expected = plans.flatMap((plan) => expectReminders(plan, period));
  return { ...compareReminders(expected, sent), reminders: sent.length, expected };
}

/** One JSON line for each department that was named, with the oracle's reason. */
export function dumpLines(
  sent: readonly Reminder[],
  expected: readonly ExpectedReminder[],
): readonly string[] {
  const reasons = new Map(expected.map((one) => [keyOf(one), one.reason]));
  return sent
    .filter(({ round }) => round !== 'closing')
    .map((one) => {
      const { group, week, day, time, round, department } = one;
      const reason = reasons.get(keyOf(one)) ?? 'not expected';
      return JSON.stringify({ group, week, day, time, round, department, reason });
    });
}

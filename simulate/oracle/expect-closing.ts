import type { GroupPlan } from '../plan/act.ts';
import type { ExpectedReminder } from '../reminder.ts';
import type { Answer } from './answer-book.ts';
import type { Books } from './books.ts';
import type { LookAt } from './plan-looks.ts';

const ORDER: readonly Answer[] = ['submitted', 'nil', 'excused', 'late', 'missing'];

/** What `counts` says of a week whose reminders rest. */
const RESTS = 'paused';

/** The closing lines of a group, look by look; of several that were missed only the last. A pause is told of once. */
export function expectClosing(plan: GroupPlan, books: Books): (look: LookAt) => readonly ExpectedReminder[] {
  let isTold = false;
  return ({ at, due }) => {
    const { enabledAt, lead } = books;
    const today = at.slice(0, 10);
    const closing = due
      .filter(
        ({ round, dutyDay }) =>
          round === 'closing' && enabledAt !== undefined && enabledAt.slice(0, 10) <= dutyDay,
      )
      .at(-1);
    if (closing === undefined || lead === undefined) return [];
    const { week, dutyDay } = closing;
    const rests = books.isPausedOn(dutyDay) || books.isPausedOn(today);
    const isSilent = rests && isTold;
    isTold = rests;
    if (isSilent) return [];
    const owing = books.owing(week, { dutyDay, today });
    const counts = ORDER.map((answer) => owing.filter((one) => one.answer === answer).length);
    return [
      {
        group: plan.id,
        week,
        day: today,
        time: at.slice(11),
        round: 'closing',
        department: '',
        people: [lead],
        counts: rests ? RESTS : [owing.length, ...counts].join(' '),
        reason: `week due on ${dutyDay}`,
      },
    ];
  };
}

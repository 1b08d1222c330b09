import type { GroupPlan } from '../plan/act.ts';
import type { ExpectedReminder } from '../reminder.ts';
import { Books, type Owing } from './books.ts';
import { dayNumber, mondayOf, weekName } from './day-number.ts';
import { expectClosing } from './expect-closing.ts';
import { type Due, dueTimes, type LookAt, type Period, planLooks } from './plan-looks.ts';

/** What must go out in a group, when, and naming whom. In order of time. */
export function expectReminders(plan: GroupPlan, period: Period): readonly ExpectedReminder[] {
  const dues = dueTimes(plan, period);
  const weekOf = (time: string) => weekName(mondayOf(dayNumber(time)));
  const books = new Books({ weekOf, dueOf: (week) => dues.get(week) });
  const closing = expectClosing(plan, books);
  let entered = 0;
  return planLooks(plan, period).flatMap((look) => {
    for (let act = plan.acts[entered]; act !== undefined && act.at <= look.at; act = plan.acts[entered]) {
      books.enter(act);
      entered += 1;
    }
    return [...expectRound(plan, books, look), ...closing(look)];
  });
}

/** Of rounds that were missed only the last one is made up for. */
function expectRound(plan: GroupPlan, books: Books, { at, due }: LookAt): readonly ExpectedReminder[] {
  const { enabledAt } = books;
  const last = due
    .filter(({ round, dueAt }) => round !== 'closing' && enabledAt !== undefined && dueAt > enabledAt)
    .at(-1);
  if (last === undefined || !isInTime(last, at, plan) || books.isPausedOn(last.dutyDay)) return [];
  return books
    .owing(last.week, { dutyDay: last.dutyDay, today: at.slice(0, 10) })
    .filter(({ answer }) => answer === 'missing')
    .flatMap((one) => toReminder(one, last, { group: plan.id, at }));
}

/** Still the duty day, and within the hours in which people work. */
function isInTime({ dutyDay }: Due, at: string, { times }: GroupPlan): boolean {
  return at.startsWith(dutyDay) && at >= `${dutyDay}T${times.workFrom}` && at < `${dutyDay}T${times.workTo}`;
}

function toReminder(
  { name, mentioned, written, reason }: Owing,
  { week, dutyDay, round }: Due,
  { group, at }: { group: string; at: string },
): readonly ExpectedReminder[] {
  const people = round === 'group' ? mentioned : written;
  // A card names the department all the same; a private message needs somebody to write to.
  if (round === 'private' && people.length === 0) return [];
  return [{ group, week, day: dutyDay, time: at.slice(11), round, department: name, people, reason }];
}

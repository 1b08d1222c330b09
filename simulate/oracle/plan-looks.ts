import type { GroupPlan } from '../plan/act.ts';
import type { Round } from '../reminder.ts';
import { dayNumber, dayText, minutesLater, mondayOf, weekName } from './day-number.ts';
import { dutyDayOf, nextWorkingDay } from './duty-days.ts';

/** The days that are played, both included, and when the bot did not run (local times, from ≤ t < to). */
export interface Period {
  readonly from: string;
  readonly to: string;
  readonly downs: readonly { readonly from: string; readonly to: string }[];
}

/** Something that comes due in a week. */
export interface Due {
  readonly week: string;
  readonly dutyDay: string;
  readonly round: Round;
  readonly dueAt: string;
}

/** What the bot sees to be due at one moment, oldest first. */
export interface LookAt {
  readonly at: string;
  readonly due: readonly Due[];
}

/** All that comes due in a group, by the time at which a bot that is not always there first sees it; in order. */
export function planLooks(plan: GroupPlan, period: Period): readonly LookAt[] {
  const looks = new Map<string, Due[]>();
  for (const due of listDue(plan, period)) {
    const at = period.downs.find((down) => down.from <= due.dueAt && due.dueAt < down.to)?.to ?? due.dueAt;
    looks.set(at, [...(looks.get(at) ?? []), due]);
  }
  return [...looks]
    .map(([at, due]) => ({ at, due: due.sort((one, other) => (one.dueAt < other.dueAt ? -1 : 1)) }))
    .sort((one, other) => (one.at < other.at ? -1 : 1));
}

function listDue({ times, ownDays }: GroupPlan, { from, to }: Period): readonly Due[] {
  const [first, last] = [dayNumber(from), dayNumber(to)];
  const dues: Due[] = [];
  for (let monday = mondayOf(first); monday <= last; monday += 7) {
    const duty = dutyDayOf(monday, { latestWeekday: times.dutyWeekday, own: ownDays });
    if (duty === undefined || duty < first || duty > last) continue;
    const common = { week: weekName(monday), dutyDay: dayText(duty) };
    const add = (round: Round, day: number, time: string) =>
      dues.push({ ...common, round, dueAt: `${dayText(day)}T${time}` });
    if (times.mode !== 'dm') add('group', duty, times.groupRound);
    if (times.mode !== 'group') add('private', duty, times.privateRound);
    const closingDay = nextWorkingDay(duty, ownDays);
    if (times.closing !== 'off' && closingDay <= last) add('closing', closingDay, times.closing);
  }
  return dues;
}

/** Until when an answer of the week (`YYYY-Www`) is on time, as a local time; none for a week that nobody owes. */
export function dueTimes({ times, ownDays }: GroupPlan, { from, to }: Period): ReadonlyMap<string, string> {
  const dues = new Map<string, string>();
  for (let monday = mondayOf(dayNumber(from)); monday <= dayNumber(to); monday += 7) {
    const duty = dutyDayOf(monday, { latestWeekday: times.dutyWeekday, own: ownDays });
    if (duty === undefined) continue;
    dues.set(weekName(monday), minutesLater(`${dayText(duty)}T${times.dueTime}`, times.graceMinutes));
  }
  return dues;
}

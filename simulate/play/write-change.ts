import type { CalendarDay } from '../../src/domain/calendar/calendar-day.ts';
import { toStamp } from '../../src/kernel/clock.ts';
import type { Repos } from '../../src/store/create-store.ts';
import type { Act, GroupPlan } from '../plan/act.ts';
import { instantOf } from './still-clock.ts';
import type { Answer } from './write-answers.ts';

export type Change = Exclude<Act, Answer>;

/** Nothing that is judged here. */
const QUIET_RHYTHMS = { monthDraft: 'off', quarterCircular: 'off', commissions: 'off' };

/** A group with its settings and its own days, not yet enabled. */
export async function createGroup(plan: GroupPlan, at: string, repos: Repos): Promise<void> {
  const { id, times, ownDays } = plan;
  const { workFrom, workTo, dutyWeekday, closing } = times;
  const stamp = toStamp(instantOf(at));
  await repos.groups.ensure(id, id, stamp);
  await repos.groups.override(id, {
    reminders: remindersOf(plan),
    rhythms: { ...QUIET_RHYTHMS, weekClosing: closing },
    workingHours: { from: workFrom, to: workTo },
    dutyWeekday,
  });
  const days = Object.entries(ownDays).map(
    ([day, kind]): CalendarDay => ({ day, kind: kind === 'off' ? 'off' : 'workday', note: '' }),
  );
  if (days.length > 0)
    await repos.calendarDays.put(id, days, { by: 'ou_admin', at: stamp, version: `own ${id}` });
}

function remindersOf({ times }: GroupPlan) {
  const { groupRound, privateRound, dueTime, graceMinutes, mode } = times;
  return { groupRound, privateRound, dueTime, graceMinutes, mode };
}

/** What the admin and the platform tell the bot. */
export async function writeChange(plan: GroupPlan, act: Change, repos: Repos): Promise<void> {
  const group = plan.id;
  const { groups, people, departments } = repos;
  const at = toStamp(instantOf(act.at));
  switch (act.kind) {
    case 'enable':
      return groups.enable(group, at, 'ou_admin');
    case 'join':
      await people.learn([{ id: act.person, name: act.person }]);
      return people.join(group, [act.person], at);
    case 'lead':
      await people.learn([{ id: act.person, name: act.person }]);
      await people.join(group, [act.person], at);
      return people.grant(group, act.person, 'lead', at);
    case 'quota':
      return departments.setQuota(act.department, act.items, act.from);
    case 'excuse':
      return repos.excuses.put(group, {
        departmentId: act.department,
        week: act.week,
        reason: '',
        personId: '',
        at,
      });
    case 'pause':
      return groups.override(group, {
        reminders: { ...remindersOf(plan), pausedUntil: act.until ?? 'open' },
      });
    case 'resume':
      return groups.override(group, { reminders: remindersOf(plan) });
    case 'leave':
      return people.leave(group, [act.person], at);
    case 'open':
      return departments.add({ id: act.department, groupId: group, name: act.name, openedOn: act.from });
    case 'rename':
      return departments.rename(act.department, act.name, act.from);
    case 'close':
      return departments.close(act.department, act.from);
    case 'appoint':
      return departments.addReporter(act.department, {
        personId: act.person,
        kind: act.post,
        from: act.from,
      });
    case 'dismiss':
      return departments.endReporter(act.department, act.person, act.from);
  }
}

import { createRandomSource } from '../../sandbox/world/random-source.ts';
import { dayNumber, dayText, mondayOf } from '../oracle/day-number.ts';
import type { Act, GroupPlan, Times } from './act.ts';
import { createDice, type Dice } from './dice.ts';
import { planStaff } from './plan-staff.ts';
import { planWeek } from './plan-week.ts';

const USUAL: Times = {
  mode: 'both',
  closing: '09:00',
  groupRound: '10:00',
  privateRound: '15:30',
  dueTime: '18:00',
  graceMinutes: 0,
  workFrom: '08:30',
  workTo: '17:30',
  dutyWeekday: 5,
};

const TIMES: readonly Times[] = [
  USUAL,
  { ...USUAL, dueTime: '17:00', graceMinutes: 30 },
  { ...USUAL, mode: 'dm', closing: 'off' },
  {
    ...USUAL,
    mode: 'group',
    groupRound: '09:00',
    privateRound: '14:30',
    dueTime: '16:30',
    workFrom: '09:00',
  },
  { ...USUAL, groupRound: '09:00', privateRound: '14:30', dueTime: '16:30', workTo: '17:00', dutyWeekday: 4 },
  { ...USUAL, privateRound: '16:00', dueTime: '23:00', graceMinutes: 59, workTo: '18:00', dutyWeekday: 3 },
];

/** What happens in a group between two days, both included. The same seed and id give the same plan. */
export function planGroup(id: string, days: { from: string; to: string; seed: string }): GroupPlan {
  const dice = createDice(createRandomSource(`${days.seed} ${id}`));
  const times = dice.pick(TIMES);
  const staff = planStaff(id, days, dice);
  const answers = weeksOf(days).flatMap((monday) =>
    staff.departments
      .filter(({ from, to }) => from <= dayText(monday + 6) && dayText(monday) < to)
      .flatMap((department) => planWeek({ group: id, department: department.id, monday }, dice)),
  );
  const acts: Act[] = [
    ...staff.acts,
    ...planPauses(days, dice),
    ...answers.filter(({ at }) => at.slice(0, 10) >= days.from),
  ];
  return { id, times, ownDays: planOwnDays(days, dice), acts: acts.sort(byTime) };
}

/** Some groups rest for a while: until a day that is named, or until somebody wakes them. */
function planPauses(days: { from: string; to: string }, dice: Dice): readonly Act[] {
  const mondays = weeksOf(days);
  if (mondays.length < 8 || !dice.chance(0.4)) return [];
  const first = dice.pick(mondays.slice(2, -4)) + dice.between(0, 5);
  const last = dayText(first + dice.between(1, 18));
  const at = `${dayText(first)}T09:25`;
  return dice.chance(0.5)
    ? [{ at, kind: 'pause', until: last }]
    : [
        { at, kind: 'pause' },
        { at: `${last}T12:45`, kind: 'resume' },
      ];
}

/** Some groups have days of their own: a bureau's holiday on a Friday, a Saturday worked for it. */
function planOwnDays(days: { from: string; to: string }, dice: Dice): GroupPlan['ownDays'] {
  if (!dice.chance(0.1)) return {};
  const mondays = weeksOf(days);
  const changes = Array.from({ length: 3 }, (): [string, 'off' | 'worked'] =>
    dice.chance(0.7)
      ? [dayText(dice.pick(mondays) + dice.pick([3, 4])), 'off']
      : [dayText(dice.pick(mondays) + dice.pick([4, 5])), 'worked'],
  );
  return Object.fromEntries(changes);
}

/** Ids of so many groups. */
export function nameGroups(count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => `oc_${String(index + 1).padStart(4, '0')}`);
}

function weeksOf({ from, to }: { from: string; to: string }): readonly number[] {
  const first = mondayOf(dayNumber(from));
  return Array.from({ length: (mondayOf(dayNumber(to)) - first) / 7 + 1 }, (_, index) => first + 7 * index);
}

/** Stable: what stands first among equals stays first. */
function byTime(left: Act, right: Act): number {
  if (left.at === right.at) return 0;
  return left.at < right.at ? -1 : 1;
}

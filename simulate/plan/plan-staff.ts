import { dayNumber, dayText } from '../oracle/day-number.ts';
import type { Act } from './act.ts';
import type { Dice } from './dice.ts';

const NAMES = ['规划科', '耕地科', '登记科', '执法队', '矿管股', '测绘院', '办公室', '财务股'];

interface DepartmentTime {
  readonly id: string;
  /** First day. */
  readonly from: string;
  /** First day on which it is no more; after everything when it stays. */
  readonly to: string;
}

interface Staff {
  readonly departments: readonly DepartmentTime[];
  readonly acts: readonly Act[];
}

/** Departments and their people: who is there from the start, and what changes later, mid-week as well. */
export function planStaff(group: string, days: { from: string; to: string }, dice: Dice): Staff {
  const count = dice.between(2, 6);
  const plans = NAMES.slice(0, count).map((name, index) =>
    planDepartment({ group, name, index, first: dayNumber(days.from), last: dayNumber(days.to) }, dice),
  );
  const enabled = dice.chance(0.7)
    ? `${days.from}T00:00`
    : `${someDay(dayNumber(days.from), dayNumber(days.to), dice)}T${dice.pick(['08:10', '11:45', '16:40'])}`;
  return {
    departments: plans.map(({ time }) => time),
    acts: [
      ...plans.flatMap(({ acts }) => acts),
      ...planCrossPost(
        group,
        plans.map(({ time }) => time),
        { from: days.from, dice },
      ),
      { at: `${days.from}T00:00`, kind: 'lead', person: `ou_${group}-lead` },
      { at: enabled, kind: 'enable' },
    ],
  };
}

interface Place {
  readonly group: string;
  readonly name: string;
  readonly index: number;
  readonly first: number;
  readonly last: number;
}

function planDepartment(place: Place, dice: Dice): { time: DepartmentTime; acts: readonly Act[] } {
  const { name, index, first, last } = place;
  const department = `d${index + 1}`;
  const opensLater = index > 0 && dice.chance(0.2) && first < last;
  const from = opensLater ? someDay(first + 1, last, dice) : dayText(first);
  const acts: Act[] = [
    {
      at: opensLater ? `${from}T11:20` : `${from}T00:00`,
      kind: 'open',
      department: idOf(place, department),
      name,
      from,
    },
    ...planPeople(place, from, dice),
    ...planQuota(place, from, dice),
  ];
  const isLong = last - dayNumber(from) > 120;
  if (isLong && dice.chance(0.15)) {
    const day = someDay(dayNumber(from) + 30, last - 60, dice);
    acts.push({
      at: `${day}T09:40`,
      kind: 'rename',
      department: idOf(place, department),
      name: `${name}（新）`,
      from: day,
    });
  }
  if (isLong && index > 0 && dice.chance(0.2)) {
    const told = dayNumber(someDay(dayNumber(from) + 60, last - 14, dice));
    const to = dayText(told + dice.pick([0, 0, 3, 10]));
    acts.push({ at: `${dayText(told)}T11:40`, kind: 'close', department: idOf(place, department), from: to });
    return { time: { id: idOf(place, department), from, to }, acts };
  }
  return { time: { id: idOf(place, department), from, to: '9999-12-31' }, acts };
}

/** A main correspondent, perhaps a deputy; perhaps nobody for a while. People move, and leave the group. */
function planPeople(place: Place, from: string, dice: Dice): readonly Act[] {
  const department = idOf(place, `d${place.index + 1}`);
  const person = (which: string) => `ou_${department}_${which}`;
  const start = `${from}T${from === dayText(place.first) ? '00:00' : '11:25'}`;
  const take = (who: string, post: 'main' | 'deputy', day: string, at = `${day}T12:10`): readonly Act[] => [
    { at, kind: 'join', person: person(who) },
    { at, kind: 'appoint', department, person: person(who), post, from: day },
  ];
  const acts: Act[] = [];
  if (dice.chance(0.92)) acts.push(...take('main', 'main', from, start));
  if (dice.chance(0.35)) acts.push(...take('deputy', 'deputy', from, start));
  if (acts.length === 0 || place.last - dayNumber(from) < 90 || !dice.chance(0.3)) return acts;
  const [first] = acts;
  const leaver = first?.kind === 'join' ? first.person : person('main');
  const day = someDay(dayNumber(from) + 20, place.last - 30, dice);
  acts.push({ at: `${day}T13:05`, kind: 'leave', person: leaver });
  const [soon, later] = [dice.between(0, 16), dice.between(5, 25)].map((days) =>
    dayText(dayNumber(day) + days),
  );
  const sequel = dice.pick(['gone', 'replaced', 'replaced', 'back']);
  if (sequel === 'back') acts.push({ at: `${later}T09:15`, kind: 'join', person: leaver });
  if (sequel === 'replaced' && soon !== undefined) {
    acts.push({ at: `${soon}T12:05`, kind: 'dismiss', department, person: leaver, from: soon });
    acts.push(...take('second', 'main', soon));
  }
  return acts;
}

/** Some owe two items a week, some none; and that may change. */
function planQuota(place: Place, from: string, dice: Dice): readonly Act[] {
  const department = idOf(place, `d${place.index + 1}`);
  const acts: Act[] = [];
  const items = dice.pick([1, 1, 1, 1, 1, 1, 2, 2, 0]);
  if (items !== 1) acts.push({ at: `${from}T11:21`, kind: 'quota', department, items, from });
  if (place.last - dayNumber(from) > 60 && dice.chance(0.1)) {
    const day = someDay(dayNumber(from) + 10, place.last - 20, dice);
    acts.push({ at: `${day}T11:50`, kind: 'quota', department, items: items === 2 ? 1 : 2, from: day });
  }
  return acts;
}

/** Somebody who reports for two departments gets one private message for both. */
function planCrossPost(
  group: string,
  [first, second]: readonly DepartmentTime[],
  { from, dice }: { from: string; dice: Dice },
): readonly Act[] {
  if (first === undefined || second === undefined || !dice.chance(0.3)) return [];
  const person = `ou_${group}-both`;
  return [first, second].flatMap(({ id, from: opened }): Act[] => {
    const at = opened === from ? `${from}T00:01` : `${opened}T11:30`;
    return [
      { at, kind: 'join', person },
      { at, kind: 'appoint', department: id, person, post: 'deputy', from: opened },
    ];
  });
}

function idOf({ group }: Place, department: string): string {
  return `${group}-${department}`;
}

function someDay(first: number, last: number, dice: Dice): string {
  return dayText(dice.between(first, Math.max(first, last)));
}

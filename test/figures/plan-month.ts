import type { WorkCalendar } from '../../src/domain/calendar/work-calendar.ts';
import type { ItemRecord } from '../../src/domain/item/item-record.ts';
import { addMonths } from '../../src/domain/period/month.ts';
import { dutyDay, weeksOfMonth } from '../../src/domain/period/week.ts';
import type { DutyAnswer } from '../../src/domain/report/facts.ts';
import { createRandom, type Random } from './random.ts';

/** What happened in an invented month: it is stored as people would have done it, and counted by hand. */
export interface Plan {
  readonly group: string;
  /** `YYYY-MM`. */
  readonly month: string;
  readonly departments: readonly PlannedDepartment[];
  readonly items: readonly PlannedItem[];
  readonly adoptions: readonly PlannedAdoption[];
}

export interface PlannedDepartment {
  readonly id: string;
  /** The first from the beginning on, others from their day. */
  readonly names: readonly { readonly name: string; readonly from: string }[];
  readonly openedOn: string;
  readonly closedOn?: string;
  readonly mergedInto?: string;
  readonly voluntary: boolean;
  /** Of the weeks it owes, how it answers each. */
  readonly weeks: readonly {
    readonly week: string;
    readonly answer: DutyAnswer;
    readonly alsoNil: boolean;
  }[];
  readonly yearAgo?: number;
}

export interface PlannedItem {
  readonly id: string;
  readonly departmentId: string;
  /** Those that share it. */
  coOwners: readonly string[];
  readonly week: string;
  readonly month: string;
  readonly late: boolean;
  state: ItemRecord['state'];
  readonly secrecy: ItemRecord['secrecy'];
  readonly leftOut: boolean;
  readonly title: string;
  readonly body: string;
  readonly day: string;
}

export interface PlannedAdoption {
  readonly itemId: string;
  readonly outlet: string;
  readonly date: string;
  readonly cancelled: boolean;
}

const NAMES = ['办公室', '规划科', '耕地科', '登记中心', '执法大队', '城关所', '信息中心', '修复科'];
const ANSWERS = ['submitted', 'submitted', 'submitted', 'late', 'nil', 'excused', 'missing'] as const;
const STATES = ['approved', 'approved', 'approved', 'approved', 'submitted', 'returned'] as const;
const SECRECIES = ['unjudged', 'open', 'open', 'open', 'closed', 'ask'] as const;
export const OUTLETS = ['青禾日报', '青禾县融媒体中心', '没有登记的小报'];
const DIGITS = [...'甲乙丙丁戊己庚辛壬癸'];

/** The month that a seed stands for. Weeks and their duty days come from the calendar; all else is drawn. */
export function planMonth(seed: number, calendar: WorkCalendar): Plan {
  const random = createRandom(seed);
  const group = `oc_${seed}`;
  const month = addMonths('2024-01', random.below(34));
  const hasYearAgo = random.chance(0.5);
  const drawn = NAMES.slice(0, 2 + random.below(NAMES.length - 1)).map((name, index) => {
    const life = drawLife(random, { month, index });
    const present = weeksOfMonth(month, calendar).filter((week) => isThere(life, week, calendar));
    const voluntary = index > 1 && random.chance(0.15);
    const department: PlannedDepartment = {
      ...life,
      id: `${group} d${index}`,
      names: drawNames(random, name, { month, ...life }),
      ...(life.closedOn !== undefined && random.chance(0.5) && { mergedInto: `${group} d0` }),
      voluntary,
      weeks: voluntary ? [] : present.map((week) => drawAnswer(random, week)),
      ...(hasYearAgo && { yearAgo: random.below(9) }),
    };
    return { department, items: drawItems(random, department, { month, present }) };
  });
  const departments = drawn.map(({ department }) => department);
  const items = drawn.flatMap((one) => one.items);
  shareSome(random, items, departments);
  return { group, month, departments, items, adoptions: drawAdoptions(random, items, month) };
}

/** Whether a department is there on the day on which a week is due, and so owes it. */
function isThere(
  { openedOn, closedOn }: Pick<PlannedDepartment, 'openedOn' | 'closedOn'>,
  week: string,
  calendar: WorkCalendar,
): boolean {
  const dueOn = dutyDay(week, calendar)?.toString() ?? '';
  return dueOn >= openedOn && (closedOn === undefined || dueOn < closedOn);
}

function drawLife(
  random: Random,
  { month, index }: { month: string; index: number },
): Pick<PlannedDepartment, 'openedOn' | 'closedOn'> {
  const kind = index < 2 ? 9 : random.below(10);
  if (kind === 0) return { openedOn: `${month}-11` };
  if (kind === 1) return { openedOn: '2020-01-01', closedOn: `${month}-12` };
  if (kind === 2) return { openedOn: '2020-01-01', closedOn: `${month}-01` };
  if (kind === 3) return { openedOn: `${addMonths(month, 1)}-01` };
  return { openedOn: '2020-01-01' };
}

function drawNames(random: Random, name: string, { month, openedOn }: { month: string; openedOn: string }) {
  const first = { name, from: openedOn };
  if (random.chance(0.8) || openedOn.startsWith(month)) return [first];
  const from = random.chance(0.5) ? `${month}-09` : `${addMonths(month, 1)}-01`;
  return [first, { name: `新${name}`, from }];
}

function drawAnswer(random: Random, week: string) {
  return { week, answer: random.pick(ANSWERS), alsoNil: random.chance(0.1) };
}

function drawItems(
  random: Random,
  { id, voluntary, weeks }: Pick<PlannedDepartment, 'id' | 'voluntary' | 'weeks'>,
  { month, present }: { readonly month: string; readonly present: readonly string[] },
): PlannedItem[] {
  const found: PlannedItem[] = [];
  const add = (week: string, changes: Pick<PlannedItem, 'late' | 'state'>) => {
    found.push({
      ...drawItem(random, { id: `${id} i${found.length}`, month }),
      departmentId: id,
      week,
      ...changes,
    });
  };
  for (const { week, answer } of weeks) {
    if (random.chance(0.1)) add(week, { late: false, state: 'withdrawn' });
    if (answer !== 'submitted' && answer !== 'late') continue;
    for (let count = 1 + random.below(3); count > 0; count -= 1) {
      add(week, { late: answer === 'late', state: random.pick(STATES) });
    }
    if (random.chance(0.1)) add(week, { late: true, state: 'merged' });
  }
  for (const week of voluntary ? present : []) {
    if (random.chance(0.3)) add(week, { late: false, state: 'approved' });
  }
  return found;
}

function drawItem(random: Random, { id, month }: { readonly id: string; readonly month: string }) {
  const name = [...id.replace(/\D/g, '')].map((digit) => DIGITS[Number(digit)]).join('');
  const counted = random.chance(0.9) ? month : addMonths(month, 1);
  return {
    id,
    coOwners: [],
    month: counted,
    secrecy: random.pick(SECRECIES),
    leftOut: random.chance(0.08),
    title: `开展${name}号巡查`,
    body: `当天，工作人员在${name}号片区开展巡查。`,
    day: `${counted}-0${1 + random.below(9)}`,
  };
}

/** Joint items, of which the other department's own copy is merged into the one that stays. */
function shareSome(
  random: Random,
  items: readonly PlannedItem[],
  departments: readonly PlannedDepartment[],
): void {
  for (const { id, weeks } of departments) {
    for (const { week } of weeks.filter(({ answer }) => answer === 'submitted')) {
      const others = items.filter(
        (item) =>
          item.week === week && item.departmentId !== id && counts(item) && !item.coOwners.includes(id),
      );
      if (others.length === 0 || random.chance(0.7)) continue;
      const own = items.filter((item) => item.week === week && item.departmentId === id && counts(item));
      const shared = random.pick(others);
      shared.coOwners = [...shared.coOwners, id];
      if (random.chance(0.5) && own.every(({ coOwners }) => coOwners.length === 0)) {
        for (const item of own) item.state = 'merged';
      }
    }
  }
}

function counts({ state }: PlannedItem): boolean {
  return state !== 'withdrawn' && state !== 'merged';
}

function drawAdoptions(random: Random, items: readonly PlannedItem[], month: string): PlannedAdoption[] {
  if (random.chance(0.2)) return [];
  const drawn = items
    .filter(() => random.chance(0.3))
    .flatMap(({ id: itemId }) =>
      OUTLETS.filter(() => random.chance(0.5)).flatMap((outlet) =>
        [4, 18]
          .filter(() => random.chance(0.6))
          .map((day) => ({
            itemId,
            outlet,
            date: `${random.chance(0.85) ? month : addMonths(month, -1)}-${String(day).padStart(2, '0')}`,
            cancelled: random.chance(0.1),
          })),
      ),
    );
  return drawn;
}

import { cleanText } from '../../kernel/text/clean-text.ts';
import type { DutyAnswer, MonthFacts, ReportAdoption, ReportDepartment, ReportItem } from './facts.ts';

export interface Count {
  /** Weeks owed, whatever became of them: `answered` + `excused` + missing. */
  readonly owed: number;
  /** Weeks reported: on time, late or as a nil report. */
  readonly answered: number;
  /** Of these, weeks reported late. */
  readonly lateWeeks: number;
  /** Of these, weeks with a nil report. */
  readonly nil: number;
  readonly excused: number;
  readonly missing: number;
  /** Items; a joint one counts once for the bureau and once for each of its departments. */
  readonly submitted: number;
  /** Of these, sent late. */
  readonly late: number;
  /** Items, of whatever month, that at least one outlet printed; undefined while nobody registers any. */
  readonly adopted: number | undefined;
  /** Items in the same month a year before; undefined when nobody knows. */
  readonly lastYear: number | undefined;
}

export interface DepartmentCount extends Count {
  readonly id: string;
  readonly name: string;
  readonly missingWeeks: readonly string[];
}

export interface MonthCount extends Count {
  /** Items of more than one department. */
  readonly joint: number;
  readonly departments: readonly DepartmentCount[];
}

/** What figures are counted from: the departments' weeks and the items, of a month or of several joined. */
export interface Countable extends Pick<MonthFacts, 'departments' | 'lastYear'> {
  readonly items: readonly CountedItem[];
  readonly adoptions?: readonly CountedAdoption[];
}
export type CountedItem = Pick<ReportItem, 'departmentIds' | 'late'>;
export type CountedAdoption = Pick<ReportAdoption, 'itemId' | 'departmentIds'>;

/** Every figure, counted once: text, tables and chat cards all take them from here. */
export function countFacts(facts: Countable): MonthCount {
  const weeks = facts.departments.flatMap((department) => department.weeks.map((week) => week.answer));
  return {
    ...countWeeks(weeks),
    ...countItems(facts.items),
    adopted: countAdopted(facts.adoptions),
    lastYear: facts.lastYear?.submitted,
    joint: facts.items.filter(isJoint).length,
    departments: facts.departments.map((department) => countDepartment(facts, department)),
  };
}

export function isJoint(item: CountedItem): boolean {
  return new Set(item.departmentIds).size > 1;
}

function countDepartment(facts: Countable, department: ReportDepartment): DepartmentCount {
  const items = facts.items.filter((item) => item.departmentIds.includes(department.id));
  const { weeks, id, name } = department;
  const lastYear = facts.lastYear?.byDepartment ?? {};
  return {
    id,
    name: cleanText(name),
    ...countWeeks(weeks.map((week) => week.answer)),
    ...countItems(items),
    adopted: countAdopted(facts.adoptions?.filter(({ departmentIds }) => departmentIds.includes(id))),
    lastYear: Object.hasOwn(lastYear, id) ? lastYear[id] : undefined,
    missingWeeks: weeks.filter((week) => week.answer === 'missing').map((week) => week.week),
  };
}

function countWeeks(answers: readonly DutyAnswer[]) {
  const of = (answer: DutyAnswer) => answers.filter((each) => each === answer).length;
  const lateWeeks = of('late');
  const nil = of('nil');
  return {
    owed: answers.length,
    answered: of('submitted') + lateWeeks + nil,
    lateWeeks,
    nil,
    excused: of('excused'),
    missing: of('missing'),
  };
}

function countItems(items: readonly CountedItem[]) {
  return { submitted: items.length, late: items.filter((item) => item.late).length };
}

/** An item counts once, however many outlets printed it. */
function countAdopted(adoptions: readonly CountedAdoption[] | undefined): number | undefined {
  return adoptions && new Set(adoptions.map(({ itemId }) => itemId)).size;
}

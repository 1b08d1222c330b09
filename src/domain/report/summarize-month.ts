import { countFacts } from './count-month.ts';
import type { MonthFacts } from './facts.ts';
import { nameDepartments } from './name-departments.ts';

export interface MonthSummary {
  readonly submitted: number;
  readonly late: number;
  readonly joint: number;
  /** Weeks, as `owed`, `answered`, `excused`. */
  readonly nil: number;
  readonly owed: number;
  readonly answered: number;
  readonly excused: number;
  /** How many departments the month has. */
  readonly departments: number;
  /** Undefined while nobody has registered adoptions. */
  readonly adopted: number | undefined;
  readonly heldBack: MonthFacts['heldBack'];
  /** Items that are counted and not in the text. */
  readonly leftOut: number;
  /** Numbers of the items whose wording by the lead is older than their text. */
  readonly stale: readonly string[];
  /** Departments with weeks (ISO) they left open. */
  readonly missing: readonly { readonly department: string; readonly weeks: readonly string[] }[];
  readonly lateList: readonly {
    readonly number: string;
    readonly title: string;
    readonly departments: readonly string[];
  }[];
}

/** The month in figures for the chat: the same ones the report prints. */
export function summarizeMonth(facts: MonthFacts): MonthSummary {
  const { departments, submitted, late, joint, nil, owed, answered, excused, adopted } = countFacts(facts);
  return {
    submitted,
    late,
    joint,
    nil,
    owed,
    answered,
    excused,
    adopted,
    departments: departments.length,
    heldBack: facts.heldBack,
    leftOut: facts.items.filter((item) => item.leftOut).length,
    stale: facts.items.filter((item) => item.staleWording).map(({ number }) => number),
    missing: departments
      .filter(({ missing }) => missing > 0)
      .map(({ name, missingWeeks }) => ({ department: name, weeks: missingWeeks })),
    lateList: facts.items
      .filter((item) => item.late)
      .map(({ number, title, departmentIds }) => ({
        number,
        title,
        departments: nameDepartments(facts, departmentIds, () => facts.settings.placeholder),
      })),
  };
}

import type { Plan, PlannedDepartment, PlannedItem } from './plan-month.ts';

/** The figures of a month or of one department, counted from what happened and by nothing of the program. */
export interface Figures {
  readonly owed: number;
  readonly answered: number;
  readonly nil: number;
  readonly excused: number;
  readonly missing: number;
  readonly lateWeeks: number;
  readonly submitted: number;
  readonly late: number;
  /** Undefined while nothing was ever registered. */
  readonly adopted: number | undefined;
  readonly lastYear: number | undefined;
}

export interface Counted extends Figures {
  readonly joint: number;
  readonly inReview: number;
  readonly notPublic: number;
  /** In the bureau's order, under the names of the month's last day. */
  readonly departments: readonly (Figures & { readonly name: string })[];
  /** Items that the text tells, and those it leaves out. */
  readonly told: readonly PlannedItem[];
  readonly leftOut: readonly PlannedItem[];
  /** Printed in the month: a line for each time. */
  readonly printings: number;
}

export function countPlan(plan: Plan): Counted {
  const { month, items, adoptions } = plan;
  const there = plan.departments.filter(
    ({ openedOn, closedOn }) =>
      openedOn <= `${month}-31` && (closedOn === undefined || closedOn > `${month}-01`),
  );
  const isKnown = adoptions.some(({ cancelled }) => !cancelled);
  const printings = adoptions.flatMap(({ itemId, date, cancelled }) => {
    const item = items.find(({ id }) => id === itemId);
    return item && isOpen(item) && !cancelled && date.startsWith(month) ? [item] : [];
  });
  const ofMonth = items.filter((item) => item.month === month);
  const counted = ofMonth.filter(isOpen);
  const years = plan.departments.flatMap(({ yearAgo }) => yearAgo ?? []);
  const count = (mine: (item: PlannedItem) => boolean, departments: readonly PlannedDepartment[]) => {
    const answers = departments.flatMap(({ weeks }) => weeks.map(({ answer }) => answer));
    const of = (wanted: string) => answers.filter((answer) => answer === wanted).length;
    return {
      owed: answers.length,
      answered: of('submitted') + of('late') + of('nil'),
      nil: of('nil'),
      excused: of('excused'),
      missing: of('missing'),
      lateWeeks: of('late'),
      submitted: counted.filter(mine).length,
      late: counted.filter((item) => mine(item) && item.late).length,
      adopted: isKnown ? new Set(printings.filter(mine)).size : undefined,
    };
  };
  return {
    ...count(() => true, there),
    lastYear: years.length === 0 ? undefined : years.reduce((sum, figure) => sum + figure, 0),
    joint: counted.filter(({ coOwners }) => coOwners.length > 0).length,
    inReview: ofMonth.filter(({ state }) => state === 'submitted' || state === 'returned').length,
    notPublic: ofMonth.filter((item) => item.state === 'approved' && !isOpen(item)).length,
    departments: there.map((department) => ({
      name: department.names.findLast(({ from }) => from <= `${month}-31`)?.name ?? '',
      ...count(
        ({ departmentId, coOwners }) => departmentId === department.id || coOwners.includes(department.id),
        [department],
      ),
      lastYear: department.yearAgo,
    })),
    told: counted.filter(({ leftOut }) => !leftOut),
    leftOut: counted.filter(({ leftOut }) => leftOut),
    printings: printings.length,
  };
}

function isOpen({ state, secrecy }: PlannedItem): boolean {
  return state === 'approved' && (secrecy === 'open' || secrecy === 'unjudged');
}

import { findMoved } from './arrange-items.ts';
import type { DutyAnswer, MonthFacts, ReportAdoption, ReportDepartment, ReportItem } from './facts.ts';
import { groupItems } from './group-items.ts';

const ITEM_FIELDS = ['title', 'body', 'section', 'date', 'departmentIds', 'late', 'pictures'] as const;
export type ItemField = (typeof ITEM_FIELDS)[number];

/** One difference between two versions of a month. Names and numbers as they stand in the later one that has them. */
export type FactsChange =
  | {
      /** `left-out` of the text though counted, `taken-back` into it, `moved` within its block. */
      readonly kind: `item-${'added' | 'removed' | 'left-out' | 'taken-back' | 'moved'}`;
      readonly number: string;
      readonly title: string;
    }
  | {
      readonly kind: 'item-changed';
      readonly number: string;
      readonly title: string;
      readonly fields: readonly ItemField[];
    }
  | { readonly kind: 'department-added' | 'department-removed'; readonly department: string }
  | { readonly kind: 'department-renamed'; readonly from: string; readonly to: string }
  | {
      readonly kind: 'answer-changed';
      readonly department: string;
      readonly week: string;
      /** Undefined where the week was not owed. */
      readonly from: DutyAnswer | undefined;
      readonly to: DutyAnswer | undefined;
    }
  | {
      readonly kind: `${'nil' | 'excuse'}-${'added' | 'removed' | 'changed'}`;
      readonly department: string;
      readonly week: string;
    }
  | {
      readonly kind: 'held-back-changed';
      readonly from: MonthFacts['heldBack'];
      readonly to: MonthFacts['heldBack'];
    }
  | {
      readonly kind: `adoption-${'added' | 'removed' | 'changed'}`;
      /** The item's. */
      readonly number: string;
      readonly title: string;
      readonly outlet: string;
    }
  | { readonly kind: 'unit-renamed'; readonly from: string; readonly to: string };

export interface FactsDifference {
  /** Each difference, in the order of the report. Empty: nothing became different. */
  readonly changes: readonly FactsChange[];
  /** Numbers of the items that came, went and changed. */
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly changed: readonly string[];
  readonly leftOut: readonly string[];
  readonly takenBack: readonly string[];
  readonly moved: readonly string[];
  /** Whether anything besides items became different. */
  readonly other: boolean;
}

/** What became different from one compile of a month to the next. */
export function compareFacts(previous: MonthFacts, current: MonthFacts): FactsDifference {
  const changes = [
    ...compareUnits(previous, current),
    ...compareItems(previous.items, current.items),
    ...compareOrder(previous, current),
    ...compareDepartments(previous.departments, current.departments),
    ...compareAdoptions(previous.adoptions ?? [], current.adoptions ?? []),
    ...compareNotes(previous, current, 'nil'),
    ...compareNotes(previous, current, 'excuse'),
    ...compareHeldBack(previous.heldBack, current.heldBack),
  ];
  const numbersOf = (kind: FactsChange['kind']) =>
    changes.flatMap((change) => (change.kind === kind && 'number' in change ? [change.number] : []));
  return {
    changes,
    added: numbersOf('item-added'),
    removed: numbersOf('item-removed'),
    changed: numbersOf('item-changed'),
    leftOut: numbersOf('item-left-out'),
    takenBack: numbersOf('item-taken-back'),
    moved: numbersOf('item-moved'),
    other: changes.some(({ kind }) => !kind.startsWith('item-')),
  };
}

function compareUnits(previous: MonthFacts, current: MonthFacts): FactsChange[] {
  const from = previous.settings.unitName;
  const to = current.settings.unitName;
  return from === to ? [] : [{ kind: 'unit-renamed', from, to }];
}

function compareItems(previous: readonly ReportItem[], current: readonly ReportItem[]): FactsChange[] {
  return pair(previous, current, (item) => item.id).flatMap(({ before, after }): FactsChange[] => {
    if (!after) return before ? [{ kind: 'item-removed', number: before.number, title: before.title }] : [];
    const { number, title } = after;
    if (!before) return [{ kind: 'item-added', number, title }, ...compareChoice(undefined, after)];
    const fields = ITEM_FIELDS.filter((field) => !same(before[field], after[field]));
    const changed: FactsChange[] =
      fields.length === 0 ? [] : [{ kind: 'item-changed', number, title, fields }];
    return [...changed, ...compareChoice(before, after)];
  });
}

/** Whether the text has it. */
function compareChoice(
  before: ReportItem | undefined,
  { leftOut, number, title }: ReportItem,
): FactsChange[] {
  if (before?.leftOut === leftOut) return [];
  return [{ kind: leftOut ? 'item-left-out' : 'item-taken-back', number, title }];
}

/** Items that stand elsewhere among those of their block that both versions print. */
function compareOrder(previous: MonthFacts, current: MonthFacts): FactsChange[] {
  const before = new Map(groupItems(previous).map(({ name, items }) => [name, items]));
  return groupItems(current).flatMap(({ name, items }) => {
    const moved = new Set(findMoved(printedIds(before.get(name) ?? []), printedIds(items)));
    return items
      .filter(({ id }) => moved.has(id))
      .map(({ number, title }): FactsChange => ({ kind: 'item-moved', number, title }));
  });
}

function printedIds(items: readonly ReportItem[]): readonly string[] {
  return items.filter(({ leftOut }) => !leftOut).map(({ id }) => id);
}

function compareAdoptions(
  previous: readonly ReportAdoption[],
  current: readonly ReportAdoption[],
): FactsChange[] {
  const keyOf = (one: ReportAdoption) => JSON.stringify([one.itemId, one.outlet, one.date]);
  return pair(previous, current, keyOf).flatMap(({ before, after }): FactsChange[] => {
    const one = after ?? before;
    if (!one || (before && after && same([before.link, before.place], [after.link, after.place]))) return [];
    const kind = before ? (after ? 'changed' : 'removed') : 'added';
    return [{ kind: `adoption-${kind}`, number: one.number, title: one.title, outlet: one.outlet }];
  });
}

function compareDepartments(
  previous: readonly ReportDepartment[],
  current: readonly ReportDepartment[],
): FactsChange[] {
  return pair(previous, current, (department) => department.id).flatMap(
    ({ before, after }): FactsChange[] => {
      if (!before) return after ? [{ kind: 'department-added', department: after.name }] : [];
      if (!after) return [{ kind: 'department-removed', department: before.name }];
      const renamed: FactsChange[] =
        before.name === after.name ? [] : [{ kind: 'department-renamed', from: before.name, to: after.name }];
      return [...renamed, ...compareAnswers(before, after)];
    },
  );
}

function compareAnswers(previous: ReportDepartment, current: ReportDepartment): FactsChange[] {
  return pair(previous.weeks, current.weeks, (week) => week.week)
    .filter(({ before, after }) => before?.answer !== after?.answer)
    .map(({ key, before, after }) => ({
      kind: 'answer-changed',
      department: current.name,
      week: key,
      from: before?.answer,
      to: after?.answer,
    }));
}

function compareNotes(previous: MonthFacts, current: MonthFacts, what: 'nil' | 'excuse'): FactsChange[] {
  const names = new Map(
    [...previous.departments, ...current.departments].map((department) => [department.id, department.name]),
  );
  const notesOf = ({ nils, excuses = [] }: MonthFacts) => (what === 'nil' ? nils : excuses);
  const pairs = pair(notesOf(previous), notesOf(current), (note) =>
    JSON.stringify([note.departmentId, note.week]),
  );
  return pairs.flatMap(({ before, after }): FactsChange[] => {
    const note = after ?? before;
    if (!note || (before && after && before.reason === after.reason)) return [];
    const kind = before ? (after ? 'changed' : 'removed') : 'added';
    const department = names.get(note.departmentId) ?? note.departmentId;
    return [{ kind: `${what}-${kind}`, department, week: note.week }];
  });
}

function compareHeldBack(from: MonthFacts['heldBack'], to: MonthFacts['heldBack']): FactsChange[] {
  const unchanged = from.inReview === to.inReview && from.notPublic === to.notPublic;
  return unchanged ? [] : [{ kind: 'held-back-changed', from, to }];
}

interface Pair<T> {
  readonly key: string;
  readonly before: T | undefined;
  readonly after: T | undefined;
}

/** The entries of two lists by key: those of the later list in its order, then those that are gone. */
function pair<T>(previous: readonly T[], current: readonly T[], keyOf: (entry: T) => string): Pair<T>[] {
  const old = new Map(previous.map((entry) => [keyOf(entry), entry]));
  const now = new Map(current.map((entry) => [keyOf(entry), entry]));
  const kept = [...now].map(([key, after]) => ({ key, before: old.get(key), after }));
  const gone = [...old]
    .filter(([key]) => !now.has(key))
    .map(([key, before]) => ({ key, before, after: undefined }));
  return [...kept, ...gone];
}

function same(left: unknown, right: unknown): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}

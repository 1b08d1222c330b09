/** The columns of a roster sheet, in order, by the words of its first row. */
export const ROSTER_COLUMNS = ['部门', '原名称', '通讯员', '副通讯员'] as const;

/** A department as it is now; people by id. */
export interface RosterDepartment {
  readonly id: string;
  readonly name: string;
  readonly main: readonly string[];
  readonly deputies: readonly string[];
}

/** One thing a sheet would change. `department` is the name after the change. */
export type RosterChange =
  | { readonly kind: 'add'; readonly department: string }
  | { readonly kind: 'rename'; readonly department: string; readonly from: string }
  | { readonly kind: 'main' | 'deputy'; readonly department: string; readonly personId: string };

/** A row that can't be used. `row` counts from 1 and is what a spreadsheet shows at its left. */
export interface RosterProblem {
  readonly row: number;
  readonly code:
    | 'no-name'
    | 'bad-name'
    | 'twice'
    | 'taken'
    | 'old-unknown'
    | 'person-unknown'
    | 'person-ambiguous';
  readonly value: string;
}

export interface RosterPlan {
  readonly changes: readonly RosterChange[];
  readonly problems: readonly RosterProblem[];
}

export interface RosterInput {
  /** The sheet, its header row first. */
  readonly rows: readonly (readonly string[])[];
  readonly departments: readonly RosterDepartment[];
  /** Everyone in the group, by name: more than one id where several bear it. */
  readonly people: ReadonlyMap<string, readonly string[]>;
}

/** The same as a department's name has to be when it is typed. */
const NAME = /^[\p{L}\p{N}（）()·]{1,20}$/u;

/**
 * What a roster sheet would change. Nothing is ever closed or removed by it: departments and people that it does not
 * name stay. A row with a mistake changes nothing, and is told; the others count.
 */
export function planRoster({ rows, departments, people }: RosterInput): RosterPlan {
  const changes: RosterChange[] = [];
  const problems: RosterProblem[] = [];
  const seen = new Set<string>();
  const renamed = new Set<string>();
  for (const [index, cells] of rows.entries()) {
    if (index === 0 || cells.every((cell) => cell === '')) continue;
    const row = readRow(cells);
    const known = departments.find(({ name }) => name === row.name);
    const old = departments.find(({ name }) => name === row.oldName);
    const planned = planRow(row, { known, old, people });
    const problem = seen.has(row.name)
      ? ({ code: 'twice', value: row.name } as const)
      : renamed.has(row.oldName)
        ? ({ code: 'old-unknown', value: row.oldName } as const)
        : planned.problem;
    if (problem !== undefined) problems.push({ row: index + 1, ...problem });
    else changes.push(...planned.changes);
    if (row.name !== '') seen.add(row.name);
    if (row.oldName !== '' && row.oldName !== row.name) renamed.add(row.oldName);
  }
  return { changes, problems };
}

interface RosterRow {
  readonly name: string;
  readonly oldName: string;
  readonly main: string;
  readonly deputies: readonly string[];
}

function readRow(cells: readonly string[]): RosterRow {
  const [name = '', oldName = '', main = '', deputies = ''] = cells.map((cell) => cell.trim());
  return { name, oldName, main, deputies: deputies.split(/[、，,；;\s]+/u).filter((word) => word !== '') };
}

type Mistake = Omit<RosterProblem, 'row'>;
type PlannedRow = { readonly changes: readonly RosterChange[]; readonly problem?: Mistake };

interface RowContext {
  readonly known: RosterDepartment | undefined;
  readonly old: RosterDepartment | undefined;
  readonly people: RosterInput['people'];
}

function planRow(row: RosterRow, context: RowContext): PlannedRow {
  const { name, oldName } = row;
  const { known, old, people } = context;
  const renames = oldName !== '' && oldName !== name;
  const problem = findMistake(row, context) ?? findStranger([row.main, ...row.deputies], people);
  if (problem !== undefined) return { changes: [], problem };
  const department = renames ? old : known;
  const own = (word: string) => people.get(word)?.[0] ?? '';
  return {
    changes: [
      ...(renames ? [{ kind: 'rename', department: name, from: oldName } as const] : []),
      ...(department === undefined ? [{ kind: 'add', department: name } as const] : []),
      ...planPeople(name, department, { main: own(row.main), deputies: row.deputies.map(own) }),
    ],
  };
}

function findMistake({ name, oldName }: RosterRow, { known, old }: RowContext): Mistake | undefined {
  if (name === '') return { code: 'no-name', value: '' };
  if (!NAME.test(name)) return { code: 'bad-name', value: name };
  if (oldName === '' || oldName === name) return undefined;
  if (known !== undefined) return { code: 'taken', value: name };
  return old === undefined ? { code: 'old-unknown', value: oldName } : undefined;
}

/** Somebody whose name is nobody's here, or several people's. */
function findStranger(names: readonly string[], people: RosterInput['people']): Mistake | undefined {
  const value = names.find((name) => name !== '' && people.get(name)?.length !== 1);
  if (value === undefined) return undefined;
  return { code: people.has(value) ? 'person-ambiguous' : 'person-unknown', value };
}

function planPeople(
  department: string,
  now: RosterDepartment | undefined,
  wanted: { main: string; deputies: readonly string[] },
): RosterChange[] {
  const { main, deputies } = wanted;
  const added = [...new Set(deputies)].filter((id) => id !== main && !now?.deputies.includes(id));
  return [
    ...(main !== '' && !now?.main.includes(main)
      ? [{ kind: 'main', department, personId: main } as const]
      : []),
    ...added.map((personId) => ({ kind: 'deputy', department, personId }) as const),
  ];
}

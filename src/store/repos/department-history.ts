import { sql } from 'kysely';
import type { Department, ReporterKind } from '../../domain/department/department.ts';
import { type Executor, present } from '../row-shape.ts';

/** What has held of a department from some day on, oldest first. Dates are `YYYY-MM-DD`. */
export type DepartmentHistory = Pick<Department, 'names' | 'closures' | 'quotas' | 'reporters'>;

interface Row {
  readonly part: 'name' | 'closure' | 'quota' | 'reporter';
  readonly department_id: string;
  readonly from_date: string;
  readonly to_date: string | null;
  /** A name, or a person's id. */
  readonly word: string;
  readonly kind: ReporterKind;
  readonly items: number;
}

/**
 * The histories of a group's departments, by id. Every command reads them: in one statement, whose text does not depend
 * on how many departments there are.
 */
export async function readHistories(
  db: Executor,
  groupId: string,
): Promise<ReadonlyMap<string, DepartmentHistory>> {
  const own = sql`department_id in (select id from departments where group_id = ${groupId})`;
  const { rows } = await sql<Row>`
    select 'name' as part, department_id, from_date, '' as to_date, name as word, '' as kind, 0 as items
      from department_names where ${own}
    union all select 'closure', department_id, from_date, to_date, '', '', 0 from department_closures where ${own}
    union all select 'quota', department_id, from_date, '', '', '', items from department_quotas where ${own}
    union all select 'reporter', department_id, from_date, to_date, person_id, kind, 0 from reporters where ${own}
    order by from_date`.execute(db);
  const ids = new Set(rows.map((row) => row.department_id));
  return new Map([...ids].map((id) => [id, toHistory(rows.filter((row) => row.department_id === id))]));
}

function toHistory(rows: readonly Row[]): DepartmentHistory {
  const of = (part: Row['part']) => rows.filter((row) => row.part === part);
  return {
    names: of('name').map(({ word, from_date }) => ({ name: word, from: from_date })),
    closures: of('closure').map(({ from_date, to_date }) => ({ from: from_date, to: to_date ?? '' })),
    quotas: of('quota').map(({ items, from_date }) => ({ items, from: from_date })),
    reporters: of('reporter').map(({ word, kind, from_date, to_date }) => ({
      personId: word,
      kind,
      from: from_date,
      ...present({ to: to_date }),
    })),
  };
}

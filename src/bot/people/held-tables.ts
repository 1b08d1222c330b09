import type { Table } from '../../domain/table/table.ts';
import { PERSON_COLUMN } from '../../store/group-rows.ts';
import type { PersonalRow } from '../../store/repos/personal-data.ts';
import { peopleOf } from '../audit/describe-entry.ts';
import { COLUMN_WORDS, HIDDEN_COLUMNS } from './column-words.ts';
import { describeValue, readJson, type ValueNames } from './describe-value.ts';
import type { HeldIn } from './find-held.ts';
import { HELD_WORDS } from './held-words.ts';
import type { PersonRepos } from './person-repos.ts';

/** All rows that a group holds about a person, for people to read: an overview, then a sheet for each kind. */
export async function heldTables(repos: PersonRepos, held: HeldIn): Promise<readonly Table[]> {
  const { groupId, person, locale } = held;
  const rows = await repos.personalData.rowsOf(groupId, person.id);
  const names = await readNames(repos, held, rows);
  const words = HELD_WORDS[locale];
  const kinds = [...new Set(rows.map(({ table }) => table))].map((table) => ({
    name: words.kinds[table] ?? table,
    rows: rows.filter((row) => row.table === table),
  }));
  const [sheet, kind, count] = words.summary;
  return [
    { name: sheet, rows: [[kind, count], ...kinds.map((one) => [one.name, one.rows.length])] },
    ...kinds.map((one) => ({ name: one.name, rows: writeRows(one.rows, names) })),
  ];
}

/** A column is shown where any of the rows has something in it. */
function writeRows(rows: readonly PersonalRow[], names: ValueNames): Table['rows'] {
  const { columns: words } = COLUMN_WORDS[names.locale];
  const columns = [...new Set(rows.flatMap(({ row }) => Object.keys(row)))].filter(
    (column) =>
      !HIDDEN_COLUMNS.has(column) && rows.some(({ row }) => row[column] !== null && row[column] !== ''),
  );
  return [
    columns.map((column) => words[column] ?? column),
    ...rows.map((one) => columns.map((column) => describeValue(one, column, names))),
  ];
}

async function readNames(
  { people, departments, items }: PersonRepos,
  { groupId, person, locale }: HeldIn,
  rows: readonly PersonalRow[],
): Promise<ValueNames> {
  const idsIn = (wanted: (column: string) => boolean) =>
    rows.flatMap(({ row }) =>
      Object.entries(row).flatMap(([column, value]) =>
        wanted(column) && typeof value === 'string' ? [value] : [],
      ),
    );
  const named = [...idsIn((column) => PERSON_COLUMN.test(column)), ...rows.flatMap(peopleInDetail)];
  const known = await items.byIds(idsIn((column) => column === 'item_id'));
  return {
    locale,
    people: await people.names([...new Set([person.id, ...named])]),
    departments: new Map(
      (await departments.list(groupId)).map(({ id, names }) => [id, names.at(-1)?.name ?? '']),
    ),
    items: new Map(known.map(({ id, number }) => [id, number])),
  };
}

/** A line of the log may speak of several people. */
function peopleInDetail({ table, row }: PersonalRow): readonly string[] {
  if (table !== 'audit') return [];
  return peopleOf([{ at: '', actorId: '', action: '', detail: readJson(row.detail) }]).filter(
    (id) => id !== '',
  );
}

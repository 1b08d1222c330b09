import type { PlainDate } from '../../kernel/clock.ts';
import { monthOf } from '../period/month.ts';
import { parseMonth } from '../period/parse-period.ts';
import { readDateSerial } from '../period/read-date-serial.ts';
import type { KnownMonth } from './known-month.ts';

/** The columns of a sheet of figures, in order, by the words of its first row. */
export const FIGURE_COLUMNS = ['部门', '月份', '报送条数', '采用条数'] as const;

/** What the whole unit's row is called. */
export const WHOLE_UNIT = '合计';

export type FigureProblem = 'department' | 'month' | 'future' | 'count' | 'twice';

/** A row that can't be used. `row` counts from 1, as a spreadsheet shows it. */
export interface FigureRowProblem {
  readonly row: number;
  readonly problem: FigureProblem;
  readonly value: string;
}

/** Reads a sheet, its header row first. Rows without a figure are passed over; `idOf`: a department by its name. */
export function readFigures(
  rows: readonly (readonly string[])[],
  { today, idOf }: { today: PlainDate; idOf: (name: string) => string | undefined },
): { readonly months: readonly KnownMonth[]; readonly problems: readonly FigureRowProblem[] } {
  const months = new Map<string, KnownMonth>();
  const problems: FigureRowProblem[] = [];
  for (const [index, row] of rows.entries()) {
    if (index === 0 || `${row[2] ?? ''}${row[3] ?? ''}`.trim() === '') continue;
    const read = readRow(row, { today, idOf });
    const key = 'problem' in read ? '' : `${read.departmentId} ${read.month}`;
    if ('problem' in read) problems.push({ row: index + 1, ...read });
    else if (months.has(key)) problems.push({ row: index + 1, problem: 'twice', value: read.month });
    else months.set(key, read);
  }
  return { months: [...months.values()], problems };
}

function readRow(
  [name = '', when = '', sent = '', printed = '']: readonly string[],
  { today, idOf }: { today: PlainDate; idOf: (name: string) => string | undefined },
): KnownMonth | { readonly problem: FigureProblem; readonly value: string } {
  const departmentId = name.trim() === WHOLE_UNIT ? '' : idOf(name);
  if (departmentId === undefined) return { problem: 'department', value: name.trim() };
  const month = readMonth(when.trim(), today);
  if (month === undefined) return { problem: 'month', value: when.trim() };
  if (month >= monthOf(today)) return { problem: 'future', value: month };
  const submitted = readCount(sent);
  const adopted = printed.trim() === '' ? undefined : readCount(printed);
  if (submitted === undefined) return { problem: 'count', value: sent.trim() };
  if (adopted === undefined && printed.trim() !== '') return { problem: 'count', value: printed.trim() };
  return { departmentId, month, submitted, ...(adopted !== undefined && { adopted }) };
}

/** A cell that a spreadsheet has turned into a date stands for its month. */
function readMonth(cell: string, today: PlainDate): string | undefined {
  return parseMonth(readDateSerial(cell).replace(/^(\d{4}-\d{2})-\d{2}$/, '$1'), today);
}

/** Five digits: far above what departments write in a month. */
function readCount(cell: string): number | undefined {
  const text = cell.normalize('NFKC').trim();
  return /^\d{1,5}(?:\.0+)?$/.test(text) ? Number.parseInt(text, 10) : undefined;
}

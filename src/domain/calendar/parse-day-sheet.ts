import type { PlainDate } from '../../kernel/clock.ts';
import { readDateSerial } from '../period/read-date-serial.ts';
import type { CalendarDay } from './calendar-day.ts';
import { type DayProblem, parseDayChange } from './parse-day-change.ts';

/** The columns of a calendar sheet, in order, by the words of its first row. */
export const DAY_COLUMNS = ['日期', '类型', '名称'] as const;

/** A row that can't be used. `row` counts from 1 and is what a spreadsheet shows at its left. */
export interface DayRowProblem {
  readonly row: number;
  /** `both`: a day that an earlier row has otherwise. */
  readonly problem: DayProblem | 'both';
}

export interface DaySheet {
  /** In order of time. */
  readonly days: readonly CalendarDay[];
  readonly problems: readonly DayRowProblem[];
}

/** Reads the rows of a sheet, its header row first: a day or a span, 休 or 班, and what for. */
export function parseDaySheet(rows: readonly (readonly string[])[], today: PlainDate): DaySheet {
  const days = new Map<string, CalendarDay>();
  const problems: DayRowProblem[] = [];
  for (const [index, [date = '', kind = '', note = '']] of rows.entries()) {
    if (index === 0 || `${date}${kind}${note}`.trim() === '') continue;
    const change = parseDayChange(`${readDateSerial(date.trim())} ${kind} ${note}`, today);
    if (!change.ok) {
      problems.push({ row: index + 1, problem: change.problem });
      continue;
    }
    if (change.days.some((one) => (days.get(one.day)?.kind ?? one.kind) !== one.kind)) {
      problems.push({ row: index + 1, problem: 'both' });
    }
    for (const one of change.days) days.set(one.day, one);
  }
  return { days: [...days.values()].sort((a, b) => (a.day < b.day ? -1 : 1)), problems };
}

import type { PlainDate } from '../../kernel/clock.ts';
import type { WorkCalendar } from '../calendar/work-calendar.ts';
import { parseWeeks } from '../period/parse-weeks.ts';

export interface ExcuseWords {
  /** Names as they were typed. */
  readonly departments: readonly string[];
  /** ISO weeks in order, each once. Empty when none was written. */
  readonly weeks: readonly string[];
  /** Everything behind the weeks, as it was typed. */
  readonly reason: string;
}

export interface ExcuseReading {
  /** Whether a department bears this name. */
  readonly isDepartment: (name: string) => boolean;
  /** Today in the product's zone. */
  readonly today: PlainDate;
  readonly calendar: WorkCalendar;
}

const WORD = /^[\s、，,；;：:]*([^\s、，,；;：:]+)/u;

/** Takes apart `规划科、耕地科 本周 下周 原因`. The first word always counts as a department: its owner may have misspelt it. */
export function readExcuse(text: string, { isDepartment, today, calendar }: ExcuseReading): ExcuseWords {
  // `11月16日 至 11月29日` is one word.
  let rest = text.replace(/(?<=[日号周\d])\s*([至到])\s*(?=[\d第W])/giu, '$1');
  const departments: string[] = [];
  for (let word = takeWord(rest); word; word = takeWord(rest)) {
    if (departments.length > 0 && !isDepartment(word.value)) break;
    departments.push(word.value);
    rest = word.rest;
  }
  const weeks = new Set<string>();
  for (let word = takeWord(rest); word; word = takeWord(rest)) {
    const read = parseWeeks(word.value, today, calendar);
    if (read === undefined) break;
    for (const week of read) weeks.add(week);
    rest = word.rest;
  }
  const reason = rest.replace(/^[\s、，,；;：:]+/u, '').replace(/^(?:原因|理由)[：:\s]*/u, '');
  return { departments, weeks: [...weeks].sort(), reason: reason.trim() };
}

function takeWord(text: string): { readonly value: string; readonly rest: string } | undefined {
  const match = WORD.exec(text);
  return match === null ? undefined : { value: match[1] ?? '', rest: text.slice(match[0].length) };
}

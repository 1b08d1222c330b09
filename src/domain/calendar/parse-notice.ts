import type { PlainDate } from '../../kernel/clock.ts';
import type { CalendarDay } from './calendar-day.ts';
import { foldDays, readSpan, SPAN, SPAN_GROUPS, type SpanAnswer } from './read-days.ts';

/*
 * The yearly notice of the State Council's General Office on holidays, as it has been worded since 2015: numbered
 * parts, one a holiday (`七、国庆节：…`), with sentences `DAYS 放假…，共N天` and `DAYS 上班`. Days off are always told;
 * weekends that join a holiday (`与周末连休`) are free anyway.
 */

export const HOLIDAYS = ['元旦', '春节', '清明', '劳动', '端午', '中秋', '国庆'] as const;

/** What is wrong with a part of the notice; nothing of it is taken over until it is put right. */
export interface NoticeProblem {
  readonly code:
    | Exclude<SpanAnswer, { ok: true }>['problem']
    /** The part names no days off in any known form. */
    | 'unreadable'
    /** `共N天` and the days named differ. */
    | 'wrong-count'
    /** A make-up day that is no Saturday or Sunday. */
    | 'not-weekend'
    /** A day that is off and worked at once. */
    | 'both';
  /** The sentence in question, as it was written. */
  readonly line: string;
}

export interface Notice {
  /** Undefined when the text names none: then nothing else could be read. */
  readonly year: number | undefined;
  readonly days: readonly CalendarDay[];
  readonly problems: readonly NoticeProblem[];
  /** Holidays that no part is about: perhaps the text was not copied as a whole. */
  readonly missing: readonly (typeof HOLIDAYS)[number][];
}

interface Part {
  readonly name: string;
  readonly text: string;
}

interface Clause {
  readonly kind: CalendarDay['kind'];
  readonly answers: readonly SpanAnswer[];
}

const LIST = String.raw`${SPAN}(?:\s?[、,和及]\s?${SPAN}){0,9}`;
const CLAUSE = new RegExp(String.raw`(${LIST})\s?(?:放假|补休|(?:均|照常|正常)?(上班))`, 'gu');
const EACH = new RegExp(SPAN, 'gu');
const PART_HEAD = /(?:^|[\n。\s])[一二三四五六七八九十]{1,3}、([^:。\n]{1,20}):/gu;

/** Reads the text of a notice as it was pasted. Days come in order of time. */
export function parseNotice(text: string): Notice {
  const folded = foldDays(text);
  const year = readYear(folded);
  if (year === undefined) return { year, days: [], problems: [], missing: [] };
  const parts = splitParts(folded);
  const read = parts.map((part) => readPart(part, year));
  const days = read.flatMap((part) => part.days).sort((a, b) => (a.day < b.day ? -1 : 1));
  return {
    year,
    days,
    problems: [...read.flatMap(({ problems }) => problems), ...contradictions(days)],
    missing: HOLIDAYS.filter((holiday) => !parts.some(({ name }) => name.includes(holiday))),
  };
}

/** The year the notice is for; the days before New Year and the date at the end are of another one. */
function readYear(text: string): number | undefined {
  const [, named] =
    /(\d{4})\s?年\s?(?:部分|元旦|节假日|放假)/u.exec(text) ??
    /^\s*(\d{4})\s?年?(?!\d)(?![-/.]\d)/u.exec(text) ??
    [];
  return named === undefined ? undefined : Number(named);
}

function splitParts(text: string): readonly Part[] {
  const heads = [...text.matchAll(PART_HEAD)];
  return heads
    .map((head, index) => ({
      name: (head[1] ?? '').trim(),
      text: text.slice(head.index + head[0].length, heads[index + 1]?.index).trim(),
    }))
    .filter(({ name }) => HOLIDAYS.some((holiday) => name.includes(holiday)));
}

function readPart({ name, text }: Part, year: number): Pick<Notice, 'days' | 'problems'> {
  const sentences = text.split(/[。;\n]/u).filter((sentence) => sentence.trim() !== '');
  const read = sentences.map((sentence) => readSentence(sentence.trim(), { name, year }));
  const days = read.flatMap((sentence) => sentence.days);
  const problems = read.flatMap((sentence) => sentence.problems);
  if (problems.length > 0 || days.some(({ kind }) => kind === 'off')) return { days, problems };
  return { days, problems: [{ code: 'unreadable', line: `${name}：${sentences[0]?.trim() ?? ''}` }] };
}

function readSentence(
  line: string,
  { name, year }: { name: string; year: number },
): { days: readonly CalendarDay[]; problems: readonly NoticeProblem[] } {
  // Only New Year reaches into the year before.
  const yearOf = (month: number) => (month === 12 && name.includes('元旦') ? year - 1 : year);
  const clauses = readClauses(line, yearOf);
  const failed = clauses.flatMap(({ answers }) => answers.flatMap((one) => (one.ok ? [] : [one.problem])));
  if (failed.length > 0) return { days: [], problems: failed.map((code) => ({ code, line })) };
  const off = daysOf(clauses, 'off');
  const worked = daysOf(clauses, 'workday');
  const code = miscounted(line, off.length) ?? (worked.every(isWeekend) ? undefined : 'not-weekend');
  const toDay = (kind: CalendarDay['kind']) => (date: PlainDate) => ({
    day: date.toString(),
    kind,
    note: name,
  });
  return {
    days: [...off.map(toDay('off')), ...worked.map(toDay('workday'))],
    problems: code === undefined ? [] : [{ code, line }],
  };
}

function readClauses(line: string, yearOf: (month: number) => number): readonly Clause[] {
  return [...line.matchAll(CLAUSE)].map((clause) => ({
    kind: clause.at(-1) === undefined ? 'off' : 'workday',
    answers: [...(clause[1] ?? '').matchAll(EACH)].map((span) =>
      readSpan(span.slice(1, 1 + SPAN_GROUPS), yearOf),
    ),
  }));
}

function daysOf(clauses: readonly Clause[], kind: CalendarDay['kind']): readonly PlainDate[] {
  return clauses
    .filter((clause) => clause.kind === kind)
    .flatMap(({ answers }) => answers.flatMap((answer) => (answer.ok ? answer.days : [])));
}

/** `共3天` counts the days named, unless a weekend joins them. */
function miscounted(line: string, count: number): 'wrong-count' | undefined {
  const [, told] = /(?:共|放假)\s?(\d{1,2})\s?天/u.exec(line) ?? [];
  if (told === undefined || line.includes('连休')) return undefined;
  return Number(told) === count ? undefined : 'wrong-count';
}

function isWeekend(date: PlainDate): boolean {
  return date.dayOfWeek > 5;
}

function contradictions(days: readonly CalendarDay[]): readonly NoticeProblem[] {
  const off = new Set(days.filter(({ kind }) => kind === 'off').map(({ day }) => day));
  return days
    .filter(({ kind, day }) => kind === 'workday' && off.has(day))
    .map(({ day, note }) => ({ code: 'both', line: `${note}：${day}` }));
}

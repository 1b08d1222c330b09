import type { PlainDate } from '../../kernel/clock.ts';
import type { CalendarDay } from './calendar-day.ts';
import { foldDays, readSpan, SPAN, SPAN_GROUPS, type SpanAnswer } from './read-days.ts';
import type { ChangedKind } from './work-calendar.ts';

/** `no-day`: it does not begin with a day; `no-kind`: it does not say what the days are. */
export type DayProblem = Exclude<SpanAnswer, { ok: true }>['problem'] | 'no-day' | 'no-kind';

type DaysAnswer =
  | { readonly ok: true; readonly days: readonly string[]; readonly rest: string }
  | { readonly ok: false; readonly problem: DayProblem };

type ChangeAnswer =
  | { readonly ok: true; readonly days: readonly CalendarDay[] }
  | { readonly ok: false; readonly problem: DayProblem };

const KINDS: Readonly<Record<ChangedKind, readonly string[]>> = {
  off: ['休', '休息', '放假', '假', 'off'],
  workday: ['班', '上班', '补班', '工作日', 'work', 'workday'],
};

const LONGEST_NOTE = 20;

const AT_START = new RegExp(String.raw`^\s*${SPAN}`, 'u');

/**
 * Reads `2027-01-01`, `10月1日至7日`, `2027-10-01至10-07`, with whatever stands behind it. A day without a year is the
 * next one from `today` on.
 */
export function parseDays(text: string, today: PlainDate): DaysAnswer {
  const folded = foldDays(text);
  const match = AT_START.exec(folded);
  if (match === null) return { ok: false, problem: 'no-day' };
  const isPast = (month: number, day: number) => month * 100 + day < today.month * 100 + today.day;
  const answer = readSpan(
    match.slice(1, 1 + SPAN_GROUPS),
    (month, day) => today.year + (isPast(month, day) ? 1 : 0),
  );
  if (!answer.ok) return answer;
  return { ok: true, days: answer.days.map(String), rest: folded.slice(match[0].length).trim() };
}

/** Reads `2027-01-01 休 元旦`: days, what they are, and what for. */
export function parseDayChange(text: string, today: PlainDate): ChangeAnswer {
  const read = parseDays(text, today);
  if (!read.ok) return read;
  const [word = '', ...note] = read.rest.split(/\s+/u);
  const kind = findKind(word);
  if (kind === undefined) return { ok: false, problem: 'no-kind' };
  const about = note.join(' ').slice(0, LONGEST_NOTE);
  return { ok: true, days: read.days.map((day) => ({ day, kind, note: about })) };
}

/** What a word such as `休` or `上班` makes of a day. */
function findKind(word: string): ChangedKind | undefined {
  const wanted = word.normalize('NFKC').trim().toLowerCase();
  return (['off', 'workday'] as const).find((kind) => KINDS[kind].includes(wanted));
}

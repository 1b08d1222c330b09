import { Temporal } from 'temporal-polyfill';
import type { PlainDate } from '../../kernel/clock.ts';
import { parseDate } from '../period/parse-date.ts';
import { addWeeks, weekDays, weekOf } from '../period/week.ts';
import { OPEN_END } from './reminder-mode.ts';

const LONGEST_WEEKS = 52;

/**
 * Reads how long reminders are to rest: nothing for a pause without an end, `3周` for this week and the two after it,
 * `到 12月1日` or the bare date for the day on which they begin again. Gives that day as `YYYY-MM-DD`, or `open`;
 * undefined for words that are none of these, and for a day that is not in the future. `today` is in the product's zone.
 */
export function parsePause(typed: string, today: PlainDate): string | undefined {
  const text = typed
    .normalize('NFKC')
    .trim()
    .replace(/^(?:until|to|到|至|直到)\s*/iu, '')
    .replace(/(?<=\d\s*[日号周])\s*(?:恢复|为止|止)$/u, '');
  if (text === '') return OPEN_END;
  const [, weeks] = /^(\d{1,2}|[一两二三四])\s*(?:个?周|个?星期|weeks?)$/iu.exec(text) ?? [];
  if (weeks !== undefined) return endOfWeeks(countOf(weeks), today);
  const answer = parseDate(text, today);
  if (answer.kind !== 'ok') return undefined;
  return Temporal.PlainDate.compare(answer.date, today) > 0 ? answer.date.toString() : undefined;
}

function countOf(written: string): number {
  const index = '一二三四'.indexOf(written);
  if (index >= 0) return index + 1;
  return written === '两' ? 2 : Number(written);
}

/** The week that runs counts as the first. */
function endOfWeeks(count: number, today: PlainDate): string | undefined {
  if (count < 1 || count > LONGEST_WEEKS) return undefined;
  return weekDays(addWeeks(weekOf(today), count)).monday.toString();
}

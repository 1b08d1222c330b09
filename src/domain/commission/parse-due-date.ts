import { Temporal } from 'temporal-polyfill';
import type { PlainDate } from '../../kernel/clock.ts';
import { parseDate } from '../period/parse-date.ts';

/** How a date that has no year, month or week of its own goes on: what is due lies ahead. */
const STEPS: readonly (readonly [RegExp, Temporal.DurationLike])[] = [
  [/^(?:周|星期|礼拜)/u, { weeks: 1 }],
  [/^\d{1,2}[日号]/u, { months: 1 }],
  [/^\d{1,2}[月\-/.]\d/u, { years: 1 }],
];

/**
 * Reads the day by which something is asked for. As `parseDate`, but what names neither year nor week means the next such
 * day and not the last one.
 */
export function parseDueDate(text: string, today: PlainDate): ReturnType<typeof parseDate> {
  const answer = parseDate(text, today);
  if (answer.kind !== 'ok' || Temporal.PlainDate.compare(answer.date, today) >= 0) return answer;
  const folded = text.normalize('NFKC').trim();
  const step = STEPS.find(([pattern]) => pattern.test(folded))?.[1];
  return step === undefined ? answer : { kind: 'ok', date: answer.date.add(step) };
}

import { parseDate } from '../../domain/period/parse-period.ts';
import type { PlainDate } from '../../kernel/clock.ts';
import { UserError } from '../../kernel/errors.ts';

/** The month before the current one may still be put right; what is further ahead is a slip of the finger. */
const MOST_DAYS_AHEAD = 366;

export interface DatedWords {
  readonly words: readonly string[];
  /** The first day of the change. Today where none is written. */
  readonly from: PlainDate;
}

/**
 * Takes the day from which a change of the roster holds off the end of its words: `自12月1日起`, `from 2026-12-01`. Throws
 * UserError for a day that is none, or lies before last month or more than a year ahead.
 */
export function takeStart(words: readonly string[], today: PlainDate): DatedWords {
  const { written, length, isSure } = lastWords(words);
  const answer = parseDate(written, today);
  if (answer.kind !== 'ok') {
    if (!isSure) return { words, from: today };
    throw new UserError(answer.kind === 'impossible' ? 'date.impossible' : 'date.unknown', { date: written });
  }
  const earliest = today.subtract({ months: 1 }).with({ day: 1 });
  const outside = earliest.until(answer.date).days < 0 || today.until(answer.date).days > MOST_DAYS_AHEAD;
  if (outside) throw new UserError('date.start', { date: written });
  return { words: words.slice(0, -length), from: answer.date };
}

/** What may be a day at the end, of how many words, and whether it can be nothing else: a name may end in 起. */
function lastWords(words: readonly string[]): { written: string; length: number; isSure: boolean } {
  const last = words.at(-1) ?? '';
  if (words.at(-2)?.toLowerCase() === 'from') return { written: last, length: 2, isSure: true };
  const [, sign = '', written = ''] = /^([自从]?)(\S+)起$/u.exec(last) ?? [];
  return { written, length: 1, isSure: sign !== '' };
}

import { addMonths, monthOf } from '../../domain/period/month.ts';
import { parseMonth } from '../../domain/period/parse-period.ts';
import type { PlainDate } from '../../kernel/clock.ts';
import { UserError } from '../../kernel/errors.ts';
import { texts } from '../../kernel/text/texts.ts';
import type { CommandContext } from '../context.ts';

/** The month (`YYYY-MM`) that a report's command is about. Without a word: the last one that is over. */
export function monthMeant(written: string | undefined, today: PlainDate): string | undefined {
  return written === undefined ? addMonths(monthOf(today), -1) : parseMonth(written, today);
}

/** As `monthMeant`; throws UserError for what is no month, and for one that is yet to come. */
export function readMonth(ctx: CommandContext, written: string | undefined): string {
  const month = monthMeant(written, ctx.today);
  if (month === undefined) throw new UserError('period.unknown', { text: written ?? '' });
  return month > monthOf(ctx.today) ? ctx.misuse(texts(ctx.locale).futureMonth) : month;
}

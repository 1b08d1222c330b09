import type { PlainDate } from '../../kernel/clock.ts';
import { addMonths, monthOf } from './month.ts';
import { isYear, LONGEST_DATE, NAMED_WEEKS, nearestYear, parseDate } from './parse-date.ts';
import { addWeeks, isWeek, weekDays, weekOf } from './week.ts';

export { parseDate } from './parse-date.ts';

const NAMED_MONTHS: ReadonlyMap<string, number> = new Map([
  ['本月', 0],
  ['这个月', 0],
  ['当月', 0],
  ['上月', -1],
  ['上个月', -1],
]);

/**
 * Reads a month (`2026-10`, `2026年10月`, `10月份`, `上月`) as `YYYY-MM`; undefined when it is none. A month without a year
 * is the latest that is not in the future, and years are 2000 to 2100; `today` is the date in the product's zone.
 */
export function parseMonth(text: string, today: PlainDate): string | undefined {
  const folded = fold(text);
  const current = monthOf(today);
  const offset = NAMED_MONTHS.get(folded);
  if (offset !== undefined) return addMonths(current, offset);
  const full = /^(\d{4})(?:[年\-/.](\d{1,2})|(\d{2}))(?:月份?)?$/.exec(folded);
  if (full) return monthId(Number(full[1]), Number(full[2] ?? full[3]));
  const bare = /^(今年|去年)?(\d{1,2})月份?$/.exec(folded);
  if (!bare) return undefined;
  const month = monthId(today.year, Number(bare[2]));
  const isLastYears = bare[1] === '去年' || (bare[1] === undefined && month !== undefined && month > current);
  return month && isLastYears ? addMonths(month, -12) : month;
}

/**
 * Reads a week (`2026-W47`, `W47`, `第47周`, `上周`, or any date that lies in it) as `2026-W47`; undefined when it is none.
 * A number without a year means the latest such week that lies at most a month ahead.
 */
export function parseWeek(text: string, today: PlainDate): string | undefined {
  const folded = fold(text);
  const named = /^(上上|上|本|这|下)个?(?:周|星期|礼拜)$/.exec(folded);
  if (named) return addWeeks(weekOf(today), NAMED_WEEKS.get(named[1] ?? '') ?? 0);
  const numbered = /^(?:(\d{4})[-年]?)?(?:W(\d{1,2})|第?(\d{1,2})周)$/i.exec(folded);
  if (numbered) return numberedWeek(numbered[1], Number(numbered[2] ?? numbered[3]), today);
  const answer = parseDate(text, today);
  return answer.kind === 'ok' ? weekOf(answer.date) : undefined;
}

/** Empty, which is no period, for a text that is too long to be one. */
function fold(text: string): string {
  const typed = text.trim();
  return typed.length > LONGEST_DATE ? '' : typed.normalize('NFKC').replace(/\s+/gu, '');
}

function monthId(year: number, month: number): string | undefined {
  if (!isYear(year) || month < 1 || month > 12) return undefined;
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`;
}

function numberedWeek(year: string | undefined, number: number, today: PlainDate): string | undefined {
  if (number < 1 || number > 53 || (year !== undefined && !isYear(Number(year)))) return undefined;
  // Counted on from week 1, so that a week 53 can be placed in years that have none before it is refused.
  const mondayIn = (of: number) => weekDays(`${of}-W01`).monday.add({ weeks: number - 1 });
  const week = `${year ?? nearestYear(today, mondayIn)}-W${String(number).padStart(2, '0')}`;
  return isWeek(week) ? week : undefined;
}

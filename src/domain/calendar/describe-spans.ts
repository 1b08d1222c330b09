import { type PlainDate, parseDay } from '../../kernel/clock.ts';
import { describeDay } from '../period/week.ts';

/** Days (`YYYY-MM-DD`, any order) as the spans they form: `10月1日（周四）至10月7日（周三）`. */
export function describeSpans(days: readonly string[]): readonly string[] {
  const spans: { first: PlainDate; last: PlainDate }[] = [];
  for (const date of [...new Set(days)].sort().map(parseDay)) {
    const open = spans.at(-1);
    if (open?.last.add({ days: 1 }).equals(date)) open.last = date;
    else spans.push({ first: date, last: date });
  }
  return spans.map(({ first, last }) =>
    first.equals(last) ? describeDay(first) : `${describeDay(first)}至${describeDay(last)}`,
  );
}

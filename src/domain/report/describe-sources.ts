import { cleanText } from '../../kernel/text/clean-text.ts';
import type { MonthFacts } from './facts.ts';
import { nameDepartments } from './name-departments.ts';
import { writeDate } from './write-date.ts';
import { joinNames } from './write-sentence.ts';

/** Notes by an item's number, each written when it is asked for: of a large month none is. */
export type SourceNotes = Pick<ReadonlyMap<string, string>, 'has' | 'get'>;

/** What a draft notes beside an item's words: `202610-规划科-02（#2），规划科，2026年10月14日`. */
export function describeSources(facts: MonthFacts): SourceNotes {
  const items = new Map(facts.items.map((item) => [cleanText(item.number), item]));
  return {
    has: (number) => items.has(number),
    get(number) {
      const item = items.get(number);
      if (item === undefined) return undefined;
      const { serial, departmentIds, date } = item;
      const departments = nameDepartments(facts, departmentIds, () => facts.settings.placeholder);
      const from = joinNames(departments.map(cleanText));
      return `${number}（#${serial}），${from}，${writeDate(date)}`;
    },
  };
}

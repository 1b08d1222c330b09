import { cleanText } from '../../kernel/text/clean-text.ts';
import type { MonthFacts } from './facts.ts';
import { nameDepartments } from './name-departments.ts';
import { writeDate } from './write-date.ts';
import { joinNames } from './write-sentence.ts';

/** What a draft notes beside an item's words, by its number: `202610-规划科-02（#2），规划科，2026年10月14日`. */
export function describeSources(facts: MonthFacts): ReadonlyMap<string, string> {
  return new Map(
    facts.items.map(({ number, serial, departmentIds, date }) => {
      const departments = nameDepartments(facts, departmentIds, () => facts.settings.placeholder);
      const from = joinNames(departments.map(cleanText));
      return [cleanText(number), `${cleanText(number)}（#${serial}），${from}，${writeDate(date)}`];
    }),
  );
}

import { cleanText } from '../../kernel/text/clean-text.ts';
import { inBrackets } from './chinese-number.ts';
import type { MonthFacts } from './facts.ts';
import { findProblems } from './find-problems.ts';
import type { ReportContext } from './report-context.ts';
import type { PlanView } from './report-view.ts';

const PLACE = '三、下一步工作打算';

/** Next month's theme days and commissions that are on record, and a place for what the lead wants to say. */
export function buildPlans({ facts, gaps }: ReportContext): PlanView[] {
  const plans = listKnown(facts).map((entry) => ({
    heading: `${writePlan(entry)}。`,
    text: `${gaps.slot(PLACE, `“${entry}”的具体安排`)}。`,
  }));
  const own = { heading: `${gaps.slot(PLACE, '下月其他重点工作')}。`, text: '' };
  return [...plans, own].map((plan, index) => ({ ordinal: inBrackets(index + 1), ...plan }));
}

/** What is to be done next, as clauses without a full stop: what is on record, then what the figures ask for. */
export function listDirections({ facts, count }: ReportContext): string[] {
  const remedies = findProblems(count).map(({ subject, remedy }) => `进一步${remedy}${subject}`);
  return [...listKnown(facts).map(writePlan), ...remedies];
}

function listKnown({ nextMonth = [] }: MonthFacts): string[] {
  return nextMonth.map((entry) => cleanText(entry).trim()).filter((entry) => entry !== '');
}

function writePlan(entry: string): string {
  return `做好“${entry}”宣传报送工作`;
}

import { cleanText } from '../../kernel/text/clean-text.ts';
import { inBrackets } from './chinese-number.ts';
import type { ReportContext } from './report-context.ts';
import type { PlanView } from './report-view.ts';

const PLACE = '三、下一步工作打算';

/** Next month's theme days and commissions that are on record, and a place for what the lead wants to say. */
export function buildPlans({ facts, gaps }: ReportContext): PlanView[] {
  const known = (facts.nextMonth ?? [])
    .map((entry) => cleanText(entry).trim())
    .filter((entry) => entry !== '');
  const plans = known.map((entry) => ({
    heading: `做好“${entry}”宣传报送工作。`,
    text: gaps.slot(PLACE, `“${entry}”的具体安排`),
  }));
  const own = { heading: `${gaps.slot(PLACE, '下月其他重点工作')}。`, text: '' };
  return [...plans, own].map((plan, index) => ({ ordinal: inBrackets(index + 1), ...plan }));
}

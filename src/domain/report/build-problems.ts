import { inBrackets } from './chinese-number.ts';
import { findProblems, writeProblem } from './find-problems.ts';
import type { ReportContext } from './report-context.ts';
import type { ProblemView } from './report-view.ts';

/** What the figures themselves show, each in one short paragraph; nothing to show leaves one place for the lead. */
export function buildProblems({ count, gaps }: ReportContext): ProblemView[] {
  const found = findProblems(count).map((finding) => writeProblem(finding, 'named'));
  const texts = found.length > 0 ? found : [`${gaps.slot('二、存在问题', '本月工作中存在的问题')}。`];
  return texts.map((text, index) => ({ ordinal: inBrackets(index + 1), text }));
}

import { buildBlocks } from './build-blocks.ts';
import { buildDepartmentTable } from './build-department-table.ts';
import { buildAdoptionTable, buildNilTable, buildSecrecyTable, buildToFill } from './build-lists.ts';
import { buildLead, buildOverview } from './build-opening.ts';
import { buildPlans } from './build-plans.ts';
import { buildProblems } from './build-problems.ts';
import type { MonthFacts } from './facts.ts';
import { createReportContext, NOTHING, type ReportContext } from './report-context.ts';
import type { ReportStage } from './report-edition.ts';
import type { EnclosureView, ReportView } from './report-view.ts';
import { writeDate } from './write-date.ts';

const ANNEX_NAMES = [
  '各部门信息报送情况统计表',
  '用稿目录',
  '零报告及免报情况',
  '保密审查汇总表',
  '待补清单',
] as const;

/**
 * Everything a month report prints, from the facts alone: nothing is made up, what is not known is the settings'
 * placeholder and stands in the to-fill list, and what only the publicity lead can say is a marked slot. Items' texts
 * come through as sent, but for control characters and the white space around paragraphs.
 */
export function buildReportView(facts: MonthFacts, stage: ReportStage = 'draft'): ReportView {
  const context = createReportContext(facts, stage);
  const { unit, self, month } = context;
  // The order of the calls is the order of the to-fill list: that of the page.
  const lead = buildLead(context);
  const overview = buildOverview(context);
  const blocks = buildBlocks(context);
  return {
    title: `${unit}${month.long}宣传工作情况报告`,
    unit,
    self,
    month: month.long,
    lead,
    overview,
    blocks,
    nothing: blocks.length === 0 ? NOTHING : '',
    problems: buildProblems(context),
    plans: buildPlans(context),
    signature: { unit, date: writeDate(facts.signedOn) },
    ...buildAnnexes(context, stage),
  };
}

function buildAnnexes(
  context: ReportContext,
  stage: ReportStage,
): Pick<ReportView, 'annexes' | 'enclosures'> {
  const departments = buildDepartmentTable(context, '1');
  const adoptions = buildAdoptionTable(context, '2');
  const nils = buildNilTable(context, '3');
  const secrecy = buildSecrecyTable(context, '4');
  const toFill = stage === 'draft' ? buildToFill(context, '5') : { serial: '5', rows: [] };
  const shown = toFill.rows.length > 0 ? ANNEX_NAMES : ANNEX_NAMES.slice(0, 4);
  const enclosures: EnclosureView[] = shown.map((name, index) => ({ serial: String(index + 1), name }));
  return { annexes: { departments, adoptions, nils, secrecy, toFill }, enclosures };
}

import { buildSecrecyTable, buildToFill } from '../report/build-lists.ts';
import { createTableContext, nameUnit } from '../report/report-context.ts';
import { writeDate } from '../report/write-date.ts';
import { SECRECY_TABLE, type SecrecyFacts } from './secrecy-facts.ts';
import type { SecrecyView } from './secrecy-view.ts';

/** The table of secrecy reviews as a paper to be signed: the rows of the report's annex, from the same function. */
export function buildSecrecyView(facts: SecrecyFacts): SecrecyView {
  const context = createTableContext(facts, { when: facts.when, paper: '本表', stage: 'draft' });
  const { gaps } = context;
  const unit = nameUnit(facts.settings, gaps);
  const { rows, note } = buildSecrecyTable(context, '');
  const signature = (what: string) => gaps.unknown({ place: '签署栏', what, how: '由本人审阅后签名' });
  return {
    title: `${unit}${facts.period}宣传信息${SECRECY_TABLE}`,
    unit,
    period: facts.period,
    rows,
    note,
    signers: {
      filledBy: signature('填表人签名'),
      reviewedBy: signature('保密审查人签名'),
      approvedBy: signature('分管领导签名'),
    },
    date: writeDate(facts.signedOn),
    toFill: buildToFill({ gaps }, ''),
  };
}

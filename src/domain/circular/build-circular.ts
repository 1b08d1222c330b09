import { describeSpan, spanDays } from '../period/span.ts';
import { buildNotes, buildRows } from '../report/build-department-table.ts';
import { buildToFill } from '../report/build-lists.ts';
import { countFacts, type MonthCount } from '../report/count-month.ts';
import { createGaps } from '../report/create-gaps.ts';
import { DEFAULT_PLACEHOLDER, HOW_ADOPTED, nameUnit } from '../report/report-context.ts';
import { writeDate } from '../report/write-date.ts';
import { joinNames, selfName } from '../report/write-sentence.ts';
import { buildPoints } from './build-points.ts';
import type { CircularFacts } from './circular-facts.ts';
import type { CircularView } from './circular-view.ts';

const TABLE = '二、各部门报送情况';

/**
 * Everything a circular prints, from the facts alone. It states figures in the bureau's order of departments: no rank but
 * by points, where the group counts them; no verdict, no name of a person.
 */
export function buildCircularView(facts: CircularFacts): CircularView {
  const gaps = createGaps(facts.settings.placeholder || DEFAULT_PLACEHOLDER, 'draft');
  const count = countFacts(facts);
  const unit = nameUnit(facts.settings, gaps);
  const span = describeSpan(facts.span);
  const { first, last } = spanDays(facts.span);
  const adopted = gaps.figure(count.adopted, { place: '一、总体情况', what: '采用条数', how: HOW_ADOPTED });
  return {
    title: `${unit}关于${span}宣传信息报送情况的通报`,
    unit,
    addressee: '各部门：',
    lead:
      `现将${span}（${writeDate(first.toString())}至${writeDate(last.toString())}）` +
      `${selfName(unit)}宣传信息报送情况通报如下：`,
    overview: writeOverview(count, { self: selfName(unit), span, adopted, heldBack: facts.heldBack }),
    departments: {
      intro: '各部门报送情况如下表，按部门顺序排列，不作排名。',
      ...buildRows({ count, gaps }, TABLE),
      notes: buildNotes({ count, facts }),
      points: buildPoints(facts, gaps),
    },
    closing: '请各部门核对本部门数据，如有出入，请与宣传负责人联系更正。',
    signature: { unit, date: writeDate(facts.signedOn) },
    toFill: buildToFill({ gaps }, '1'),
  };
}

function writeOverview(
  count: MonthCount,
  of: { self: string; span: string; adopted: string; heldBack: CircularFacts['heldBack'] },
): string[] {
  const { inReview, notPublic } = of.heldBack;
  const figures =
    `${of.span}，${of.self}${count.departments.length}个部门应报信息${count.owed}周次，` +
    `已报${count.answered}周次（其中零报告${count.nil}周次），免报${count.excused}周次；` +
    `共报送宣传信息${count.submitted}条，其中补报${count.late}条、联合报送${count.joint}条；` +
    `被媒体采用${of.adopted}条。`;
  const held = [
    ...(inReview > 0 ? [`尚未审核通过信息${inReview}条`] : []),
    ...(notPublic > 0 ? [`不宜公开或需报审信息${notPublic}条`] : []),
  ];
  return held.length > 0 ? [figures, `另有${joinNames(held)}，未列入本通报统计。`] : [figures];
}

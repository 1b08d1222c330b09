import { cleanText } from '../../kernel/text/clean-text.ts';
import { type Count, isJoint } from './count-month.ts';
import { HOW_ADOPTED, HOW_LAST_YEAR, type ReportContext } from './report-context.ts';
import type { DepartmentRowView, DepartmentTableView } from './report-view.ts';
import { writeInstant } from './write-date.ts';
import { joinNames } from './write-sentence.ts';

/** 各部门信息报送情况统计表. Departments without anything keep their row. */
export function buildDepartmentTable(context: ReportContext, serial: string): DepartmentTableView {
  const { count } = context;
  const place = `附件${serial}`;
  const rowOf = (one: Count, names: Pick<DepartmentRowView, 'serial' | 'department'>) =>
    buildRow(context, place, one, names);
  return {
    serial,
    rows: count.departments.map((one, index) =>
      rowOf(one, { serial: String(index + 1), department: one.name }),
    ),
    total: rowOf(count, { serial: '', department: '合计' }),
    notes: buildNotes(context),
  };
}

function buildRow(
  { gaps }: ReportContext,
  place: string,
  one: Count,
  names: Pick<DepartmentRowView, 'serial' | 'department'>,
): DepartmentRowView {
  const adopted = { place, what: '采用条数、采用率', how: HOW_ADOPTED };
  const lastYear = { place, what: '上年同期报送条数', how: HOW_LAST_YEAR };
  return {
    ...names,
    owed: String(one.owed),
    answered: String(one.answered),
    submitted: String(one.submitted),
    late: String(one.late),
    nil: String(one.nil),
    excused: String(one.excused),
    adopted: gaps.figure(one.adopted, adopted),
    rate: one.adopted === undefined ? gaps.unknown(adopted) : writeRate(one.adopted, one.submitted),
    lastYear: gaps.figure(one.lastYear, lastYear),
  };
}

/** Share in per cent, to one decimal where it is not whole; a dash where there is nothing to take a share of. */
function writeRate(part: number, whole: number): string {
  return whole === 0 ? '—' : `${Math.round((part * 1000) / whole) / 10}%`;
}

function buildNotes({ count, facts }: ReportContext): string[] {
  const joint = facts.items.filter(isJoint).map((item) => item.number);
  const notes = [
    `统计数据截至${writeInstant(facts.cutOff)}。`,
    '应报、已报、零报告、免报按周计，已报含零报告；报送、补报、采用按条计。',
  ];
  const voluntary = facts.departments.filter((department) => department.voluntary).map(({ name }) => name);
  if (voluntary.length > 0) notes.push(`${joinNames(voluntary.map(cleanText))}为自愿报送，不计应报。`);
  if (joint.length > 0) {
    notes.push(
      `联合报送信息${count.joint}条（${joinNames(joint)}），合计按1条计，各参与部门分别计1条，故各部门条数之和大于合计。`,
    );
  }
  return notes.map((note, index) => `${index === 0 ? '注：' : ''}${index + 1}.${note}`);
}

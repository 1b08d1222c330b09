import { cleanText } from '../../kernel/text/clean-text.ts';
import { type Count, type CountedItem, isJoint, type MonthCount } from './count-month.ts';
import type { Gaps } from './create-gaps.ts';
import type { ReportDepartment, ReportItem, TableFacts } from './facts.ts';
import { HOW_ADOPTED, HOW_LAST_YEAR, type TableContext } from './report-context.ts';
import type { CountRowView, DepartmentTableView } from './report-view.ts';
import { writeInstant, writeMonth } from './write-date.ts';
import { joinNames } from './write-sentence.ts';

/** `month`: only a month has months before it. */
interface DatedContext extends TableContext {
  readonly facts: TableFacts & { readonly month?: string };
}

/** 各部门信息报送情况统计表, with last year's items beside this year's. */
export function buildDepartmentTable(context: DatedContext, serial: string): DepartmentTableView {
  const { count, gaps } = context;
  const place = `附件${serial}`;
  const before = { place, what: '上年同期报送条数', how: HOW_LAST_YEAR };
  const { rows, total } = buildRows(context, place);
  const withLastYear = (row: CountRowView, one: Count | undefined) => ({
    ...row,
    lastYear: gaps.figure(one?.lastYear, before),
  });
  return {
    serial,
    rows: rows.map((row, index) => withLastYear(row, count.departments[index])),
    total: withLastYear(total, count),
    notes: buildNotes(context),
    months: listMonths(context),
  };
}

/** A month that is not known leaves no trace: nothing sent in is another thing. */
function listMonths({ facts, count }: DatedContext): DepartmentTableView['months'] {
  const { month, earlier = [] } = facts;
  if (month === undefined || earlier.length === 0) return [];
  return [...earlier, { month, submitted: count.submitted }].map((one) => ({
    month: writeMonth(one.month).short,
    submitted: String(one.submitted),
  }));
}

/** A row for each department, those without anything as well, in the bureau's order; and the sums. */
export function buildRows({ count, gaps }: Pick<TableContext, 'count' | 'gaps'>, place: string) {
  const rowOf = (one: Count, names: Pick<CountRowView, 'serial' | 'department'>) =>
    buildRow(gaps, place, one, names);
  return {
    rows: count.departments.map((one, index) =>
      rowOf(one, { serial: String(index + 1), department: one.name }),
    ),
    total: rowOf(count, { serial: '', department: '合计' }),
  };
}

function buildRow(
  gaps: Gaps,
  place: string,
  one: Count,
  names: Pick<CountRowView, 'serial' | 'department'>,
): CountRowView {
  const adopted = { place, what: '采用条数、采用率', how: HOW_ADOPTED };
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
  };
}

/**
 * 采用率 is the quotient of the two columns beside it, as a reader would take it. What is printed may have been sent in
 * earlier, so it has no upper bound.
 */
function describeRate(count: MonthCount): string {
  const isOver = [count, ...count.departments].some(
    ({ adopted, submitted }) => adopted !== undefined && adopted > submitted,
  );
  return `采用率为采用条数除以报送条数${isOver ? '，刊发的含往期报送，故可超过100%' : ''}`;
}

/** Share in per cent, to one decimal where it is not whole; a dash where there is nothing to take a share of. */
function writeRate(part: number, whole: number): string {
  return whole === 0 ? '—' : `${Math.round((part * 1000) / whole) / 10}%`;
}

/** What the figures of the table mean, and up to when they were taken. */
export function buildNotes({
  count,
  facts,
}: {
  readonly count: MonthCount;
  readonly facts: {
    readonly items: readonly (CountedItem & Pick<ReportItem, 'number'>)[];
    readonly departments: readonly ReportDepartment[];
    readonly cutOff: string;
  };
}): string[] {
  const joint = facts.items.filter(isJoint).map((item) => item.number);
  const notes = [
    `统计数据截至${writeInstant(facts.cutOff)}。`,
    '应报、已报、零报告、免报按周计，已报含零报告；报送、补报、采用按条计，' +
      `采用计入刊发月份，一条信息多次刊发计1条；${describeRate(count)}。`,
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

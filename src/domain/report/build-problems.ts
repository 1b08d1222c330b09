import { inBrackets } from './chinese-number.ts';
import type { DepartmentCount } from './count-month.ts';
import type { ReportContext } from './report-context.ts';
import type { ProblemView } from './report-view.ts';
import { joinNames } from './write-sentence.ts';

/** What the figures themselves show, each in one short paragraph; nothing to show leaves one place for the lead. */
export function buildProblems(context: ReportContext): ProblemView[] {
  const found = [describeMissing(context), describeLate(context), describeAdopted(context)].filter(
    (text) => text !== '',
  );
  const texts = found.length > 0 ? found : [context.gaps.slot('二、存在问题', '本月工作中存在的问题')];
  return texts.map((text, index) => ({ ordinal: inBrackets(index + 1), text }));
}

function describeMissing({ count }: ReportContext): string {
  if (count.missing === 0) return '';
  const who = listDepartments(count.departments, ({ missing }) => missing, '周');
  return `信息报送的及时性需进一步提高。本月未报信息且未作零报告的共${count.missing}周次（${who}）。`;
}

function describeLate({ count }: ReportContext): string {
  if (count.late === 0 && count.lateWeeks === 0) return '';
  const parts = [
    part(
      '逾期报送',
      count.lateWeeks,
      '周次',
      listDepartments(count.departments, (one) => one.lateWeeks, '周'),
    ),
    part(
      '补报信息',
      count.late,
      '条',
      listDepartments(count.departments, (one) => one.late, '条'),
    ),
  ];
  return `信息报送的时效性需进一步增强。本月${parts.filter((text) => text !== '').join('，')}。`;
}

function part(label: string, total: number, unit: string, who: string): string {
  if (total === 0) return '';
  return `${label}${total}${unit}${who === '' ? '' : `（${who}）`}`;
}

function describeAdopted({ count }: ReportContext): string {
  if (count.submitted === 0) return '';
  // What nobody has registered is a gap to fill in, and no fault of the departments.
  if (count.adopted === undefined || count.adopted > 0) return '';
  return `投稿用稿工作需进一步加强。本月报送信息${count.submitted}条，登记采用0条。`;
}

function listDepartments(
  departments: readonly DepartmentCount[],
  figure: (department: DepartmentCount) => number,
  unit: string,
): string {
  const concerned = departments.filter((department) => figure(department) > 0);
  return joinNames(concerned.map((department) => `${department.name}${figure(department)}${unit}`));
}

import type { DepartmentCount, MonthCount } from './count-month.ts';
import { joinNames } from './write-sentence.ts';

/** Something that the month's figures show to be wanting. */
export interface Finding {
  /** `信息报送的及时性`. */
  readonly subject: string;
  /** What it needs: `提高`. */
  readonly remedy: string;
  /** The figures; `who` names the departments behind each, empty for all of them. */
  readonly evidence: readonly { readonly figure: string; readonly who: string }[];
}

/** What the figures themselves show, and nothing else. */
export function findProblems(count: MonthCount): Finding[] {
  return [findMissing(count), findLate(count), findUnused(count)].filter(
    (found) => found.evidence.length > 0,
  );
}

/** `信息报送的及时性需进一步提高。本月未报…。`; without the names where they are not to be read out. */
export function writeProblem({ subject, remedy, evidence }: Finding, names: 'named' | 'unnamed'): string {
  const figures = evidence.map(({ figure, who }) =>
    who === '' || names === 'unnamed' ? figure : `${figure}（${who}）`,
  );
  return `${subject}需进一步${remedy}。本月${figures.join('，')}。`;
}

function findMissing({ missing, departments }: MonthCount): Finding {
  const figure = `未报信息且未作零报告的共${missing}周次`;
  const who = listDepartments(departments, (one) => one.missing, '周');
  return {
    subject: '信息报送的及时性',
    remedy: '提高',
    evidence: missing > 0 ? [{ figure, who }] : [],
  };
}

function findLate({ late, lateWeeks, departments }: MonthCount): Finding {
  const weeks = {
    figure: `逾期报送${lateWeeks}周次`,
    who: listDepartments(departments, (one) => one.lateWeeks, '周'),
  };
  const items = { figure: `补报信息${late}条`, who: listDepartments(departments, (one) => one.late, '条') };
  return {
    subject: '信息报送的时效性',
    remedy: '增强',
    evidence: [...(lateWeeks > 0 ? [weeks] : []), ...(late > 0 ? [items] : [])],
  };
}

/** Fewer than one in so many counts as few. */
const FEW = 5;

function findUnused({ submitted, adopted }: MonthCount): Finding {
  // What nobody has registered is a gap to fill in, and no fault of the departments.
  const found = adopted !== undefined && adopted * FEW < submitted;
  return {
    subject: '投稿用稿工作',
    remedy: '加强',
    evidence: found ? [{ figure: `报送信息${submitted}条，登记采用${adopted}条`, who: '' }] : [],
  };
}

function listDepartments(
  departments: readonly DepartmentCount[],
  figure: (department: DepartmentCount) => number,
  unit: string,
): string {
  const concerned = departments.filter((department) => figure(department) > 0);
  return joinNames(concerned.map((department) => `${department.name}${figure(department)}${unit}`));
}

import { cleanText } from '../../kernel/text/clean-text.ts';
import type { GroupSettings } from '../group/settings.ts';
import type { PeriodWord } from '../period/period.ts';
import { countFacts, type MonthCount } from './count-month.ts';
import { createGaps, type Gaps } from './create-gaps.ts';
import type { MonthFacts, ReportItem, TableFacts } from './facts.ts';
import { departmentsOf, nameDepartments } from './name-departments.ts';
import type { ReportStage } from './report-edition.ts';
import { type MonthWords, writeMonth } from './write-date.ts';
import { joinNames, selfName } from './write-sentence.ts';

/** Where a group has set none: an unknown figure must never be printed as nothing. */
export const DEFAULT_PLACEHOLDER = '××';

/** How a table speaks of itself. */
export interface TableWords {
  /** The time it is about. */
  readonly when: PeriodWord;
  /** What it stands in. */
  readonly paper: '本报告' | '本表';
}

/** What tables are built from, in a report or by themselves. */
export interface TableContext extends TableWords {
  readonly facts: TableFacts;
  readonly count: MonthCount;
  readonly gaps: Gaps;
  /** Names of the departments behind some items: `办公室、规划科`. */
  namesOf(items: readonly Pick<ReportItem, 'departmentIds'>[]): string;
}

/** What every part of a report is built from. */
export interface ReportContext extends TableContext {
  readonly facts: MonthFacts;
  readonly month: MonthWords;
  readonly unit: string;
  readonly self: string;
}

export function createReportContext(facts: MonthFacts, stage: ReportStage): ReportContext {
  const tables = createTableContext(facts, { when: '本月', paper: '本报告', stage });
  const unit = nameUnit(facts.settings, tables.gaps);
  return { ...tables, facts, unit, month: writeMonth(facts.month), self: selfName(unit) };
}

export function createTableContext(
  facts: TableFacts,
  { stage, ...words }: TableWords & { readonly stage: ReportStage },
): TableContext {
  const gaps = createGaps(facts.settings.placeholder || DEFAULT_PLACEHOLDER, stage);
  const nameless = () =>
    gaps.unknown({ place: '报送部门', what: '部门名称', how: '管理员发送“/部门”核对部门名称' });
  return {
    ...words,
    facts,
    gaps,
    count: countFacts(facts),
    namesOf: (items) =>
      joinNames(nameDepartments(facts, departmentsOf(facts, items), nameless).map(cleanText)),
  };
}

/** The unit as its admin wrote it; a gap while nobody has. */
export function nameUnit({ unitName }: Pick<GroupSettings, 'unitName'>, gaps: Gaps): string {
  const given = cleanText(unitName).trim();
  return (
    given || gaps.unknown({ place: '标题、落款', what: '单位名称', how: '管理员发送“/设置”填写单位名称' })
  );
}

/** Where the adoption figures come from, for the to-fill list. */
export const HOW_ADOPTED = '通讯员或宣传负责人发送“/用稿 编号 媒体 链接 日期”登记，再次汇总';
export const HOW_LAST_YEAR = '管理员私信发送“/导入 上年”，按上年台账填表导入，再次汇总';

/** Where the level of an outlet comes from. */
export const HOW_LEVEL = '宣传负责人发送“/媒体 新增 名称 级别”补进媒体目录，再次汇总';

/** Stands for the blocks of a month without items. */
export const NOTHING = '本月各部门没有报送可列入的信息。';

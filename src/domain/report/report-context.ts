import { cleanText } from '../../kernel/text/clean-text.ts';
import type { GroupSettings } from '../group/settings.ts';
import { countFacts, type MonthCount } from './count-month.ts';
import { createGaps, type Gaps } from './create-gaps.ts';
import type { MonthFacts, ReportItem } from './facts.ts';
import { departmentsOf, nameDepartments } from './name-departments.ts';
import type { ReportStage } from './report-edition.ts';
import { type MonthWords, writeMonth } from './write-date.ts';
import { joinNames, selfName } from './write-sentence.ts';

/** Where a group has set none: an unknown figure must never be printed as nothing. */
export const DEFAULT_PLACEHOLDER = '××';

/** What every part of a report is built from. */
export interface ReportContext {
  readonly facts: MonthFacts;
  readonly count: MonthCount;
  readonly gaps: Gaps;
  readonly month: MonthWords;
  readonly unit: string;
  readonly self: string;
  /** Names of the departments behind some items: `办公室、规划科`. */
  namesOf(items: readonly Pick<ReportItem, 'departmentIds'>[]): string;
}

export function createReportContext(facts: MonthFacts, stage: ReportStage): ReportContext {
  const gaps = createGaps(facts.settings.placeholder || DEFAULT_PLACEHOLDER, stage);
  const unit = nameUnit(facts.settings, gaps);
  const nameless = () =>
    gaps.unknown({ place: '报送部门', what: '部门名称', how: '管理员发送“/部门”核对部门名称' });
  return {
    facts,
    gaps,
    unit,
    count: countFacts(facts),
    month: writeMonth(facts.month),
    self: selfName(unit),
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

/** Stands for the blocks of a month without items. */
export const NOTHING = '本月各部门没有报送可列入的信息。';

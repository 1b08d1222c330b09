import { dateOf, fromStamp } from '../../kernel/clock.ts';
import { cleanText } from '../../kernel/text/clean-text.ts';
import { narrowChange } from '../item/narrow-change.ts';
import { describeWeek, weekDays } from '../period/week.ts';
import { numberRows } from './build-lists.ts';
import { compareFacts, type FactsChange, type ItemField } from './compare-facts.ts';
import { countFacts, type MonthCount } from './count-month.ts';
import type { DutyAnswer, MonthFacts, ReportItem } from './facts.ts';
import { nameDepartments } from './name-departments.ts';
import { writeDate, writeMonth } from './write-date.ts';
import { joinNames } from './write-sentence.ts';

/** 更正说明: what a final version says otherwise than the final one before. */
export interface CorrectionsView {
  readonly intro: string;
  readonly rows: readonly (Correction & { readonly serial: string })[];
}

interface Correction {
  /** An item by number and field, a department's week, or a figure. */
  readonly what: string;
  readonly from: string;
  readonly to: string;
}

const ABSENT = '—';
const ANSWERS: Readonly<Record<DutyAnswer, string>> = {
  submitted: '已报',
  late: '补报',
  nil: '零报告',
  excused: '免报',
  missing: '未报',
};

/** Item by item as compared, then the figures that are others. Rows are plain text, long texts cut to what differs. */
export function buildCorrections(before: MonthFacts, after: MonthFacts): CorrectionsView {
  const rows = compareFacts(before, after).changes.flatMap((change) =>
    describeChange(change, { before, after }),
  );
  const { long } = writeMonth(after.month);
  return {
    intro: `本报告为${long}宣传工作情况报告第${after.version}版，对第${before.version}版（${writeDate(before.signedOn)}）更正如下。`,
    rows: numberRows([...rows, ...compareFigures(countFacts(before), countFacts(after))]),
  };
}

interface Versions {
  readonly before: MonthFacts;
  readonly after: MonthFacts;
}

function describeChange(change: FactsChange, versions: Versions): Correction[] {
  const { before, after } = versions;
  switch (change.kind) {
    case 'item-added':
      return [{ what: nameItem(change), from: ABSENT, to: '补充列入' }];
    case 'item-removed':
      // By its number alone: it may have been taken out because its title must not be read.
      return [{ what: change.number, from: '已列入', to: '撤下' }];
    case 'item-left-out':
      return [{ what: nameItem(change), from: '列入正文', to: '不列入正文' }];
    case 'item-taken-back':
      return [{ what: nameItem(change), from: '未列入正文', to: '列入正文' }];
    case 'item-moved':
      return [{ what: nameItem(change), from: '原次序', to: '调整次序' }];
    case 'item-changed':
      return describeItem(change, versions);
    case 'adoption-added':
      return [{ what: nameAdoption(change), from: ABSENT, to: '补充列入' }];
    case 'adoption-removed':
      return [{ what: `${change.number}${nameOutlet(change)}`, from: '已列入', to: '撤下' }];
    case 'adoption-changed':
      return [{ what: nameAdoption(change), from: '已列入', to: '更正版面或链接' }];
    case 'answer-changed': {
      const what = `${cleanText(change.department)}${describeWeek(change.week)}报送情况`;
      return [
        {
          what,
          from: nameAnswer(change.from, change.week, before),
          to: nameAnswer(change.to, change.week, after),
        },
      ];
    }
    case 'unit-renamed':
      return [{ what: '单位名称', from: cleanText(change.from), to: cleanText(change.to) }];
    case 'department-renamed':
      return [{ what: '部门名称', from: cleanText(change.from), to: cleanText(change.to) }];
    case 'department-added':
      return [{ what: `部门${cleanText(change.department)}`, from: ABSENT, to: '补充列入' }];
    case 'department-removed':
      return [{ what: `部门${cleanText(change.department)}`, from: '已列入', to: '撤下' }];
    case 'held-back-changed':
      return [{ what: '未列入信息', from: countHeld(change.from), to: countHeld(change.to) }];
    default:
      return [describeNote(change, versions)];
  }
}

function nameItem({ number, title }: { readonly number: string; readonly title: string }): string {
  return `${number}《${cleanText(title)}》`;
}

function nameAdoption(change: Extract<FactsChange, { outlet: string }>): string {
  return `${nameItem(change)}${nameOutlet(change)}`;
}

function nameOutlet({ outlet }: { readonly outlet: string }): string {
  return `用稿（${cleanText(outlet)}）`;
}

/** A week that was not over when a version was made is not yet told of there, which does not mean that it was not owed. */
function nameAnswer(answer: DutyAnswer | undefined, week: string, { cutOff }: MonthFacts): string {
  if (answer !== undefined) return ANSWERS[answer];
  const { sunday } = weekDays(week);
  return sunday.toString() >= dateOf(fromStamp(cutOff)).toString() ? '尚未到期' : '不应报';
}

function countHeld({ inReview, notPublic }: MonthFacts['heldBack']): string {
  return `尚未审核通过${inReview}条，不宜公开或需报审${notPublic}条`;
}

const FIELDS: Readonly<Record<ItemField, string>> = {
  title: '标题',
  body: '内容',
  section: '栏目',
  date: '日期',
  departmentIds: '报送部门',
  late: '是否补报',
  pictures: '图片',
};

function describeItem(
  { number, fields }: Extract<FactsChange, { kind: 'item-changed' }>,
  { before, after }: Versions,
): Correction[] {
  const old = before.items.find((item) => item.number === number);
  const now = after.items.find((item) => item.number === number);
  if (old === undefined || now === undefined) return [];
  return fields.map((field) => ({
    what: `${number}${FIELDS[field]}`,
    ...narrowChange({ from: showField(old, field, before), to: showField(now, field, after) }),
  }));
}

function showField(item: ReportItem, field: ItemField, facts: MonthFacts): string {
  switch (field) {
    case 'departmentIds':
      return joinNames(nameDepartments(facts, item.departmentIds, () => facts.settings.placeholder));
    case 'late':
      return item.late ? '补报' : '按时报送';
    case 'date':
      return writeDate(item.date);
    case 'pictures':
      return `${item.pictures?.length ?? 0}张`;
    default:
      return cleanText(item[field]);
  }
}

type NoteChange = Extract<FactsChange, { kind: `${'nil' | 'excuse'}-${string}` }>;

function describeNote({ kind, department, week }: NoteChange, { before, after }: Versions): Correction {
  const isNil = kind.startsWith('nil');
  const reasonIn = (facts: MonthFacts) => {
    const id = facts.departments.find(({ name }) => name === department)?.id;
    const notes = isNil ? facts.nils : (facts.excuses ?? []);
    const note = notes.find((one) => one.departmentId === id && one.week === week);
    return note === undefined ? ABSENT : cleanText(note.reason) || '未说明';
  };
  const what = `${cleanText(department)}${describeWeek(week)}${isNil ? '零报告' : '免报'}说明`;
  return { what, from: reasonIn(before), to: reasonIn(after) };
}

const FIGURES = [
  ['应报周次', 'owed'],
  ['已报周次', 'answered'],
  ['零报告周次', 'nil'],
  ['免报周次', 'excused'],
  ['未报周次', 'missing'],
  ['报送信息条数', 'submitted'],
  ['补报条数', 'late'],
  ['联合报送条数', 'joint'],
  ['采用条数', 'adopted'],
] as const;

function compareFigures(before: MonthCount, after: MonthCount): Correction[] {
  return FIGURES.filter(([, key]) => before[key] !== after[key]).map(([what, key]) => ({
    what,
    from: String(before[key] ?? '未登记'),
    to: String(after[key] ?? '未登记'),
  }));
}

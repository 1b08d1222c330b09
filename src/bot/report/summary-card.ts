import type { Card, CardBlock, CardButton } from '../../domain/message/card.ts';
import { describeMonth } from '../../domain/period/month.ts';
import type { FactsDifference } from '../../domain/report/compare-facts.ts';
import type { MonthFacts } from '../../domain/report/facts.ts';
import { listToFill } from '../../domain/report/list-to-fill.ts';
import { type MonthSummary, summarizeMonth } from '../../domain/report/summarize-month.ts';
import { type Locale, texts, type Words } from '../../kernel/text/texts.ts';
import type { CommandContext } from '../context.ts';
import type { TemplateInfo } from '../ports.ts';
import type { MonthTemplate } from './find-template.ts';

interface SummaryWords {
  readonly title: (month: string, template: TemplateInfo, version: number) => string;
  readonly items: string;
  readonly itemCount: (submitted: number, late: number) => string;
  readonly weeks: string;
  readonly weekCount: (answered: number, owed: number) => string;
  readonly nil: string;
  readonly adopted: string;
  readonly adoptedCount: (n: number) => string;
  readonly notInReport: string;
  readonly inReviewCount: (n: number) => string;
  readonly notPublicCount: (n: number) => string;
  readonly leftOutCount: (n: number) => string;
  readonly stale: (numbers: string) => string;
  readonly missing: string;
  readonly late: string;
  readonly toFill: (n: number) => string;
  readonly changes: string;
  readonly same: string;
  readonly added: (numbers: string) => string;
  readonly removed: (numbers: string) => string;
  readonly changed: (numbers: string) => string;
  readonly leftOut: (numbers: string) => string;
  readonly takenBack: (numbers: string) => string;
  readonly moved: (n: number) => string;
  readonly other: string;
  readonly more: (n: number) => string;
  readonly changedSources: (n: number) => string;
  readonly note: string;
  readonly view: string;
  readonly pdf: string;
}

const WORDS: Words<SummaryWords> = {
  'zh-CN': {
    title: (month, { name }, version) => `${month}${name} 第 ${version} 版`,
    items: '信息',
    itemCount: (submitted, late) => `${submitted} 条${late > 0 ? `，其中补报 ${late} 条` : ''}`,
    weeks: '报送周次',
    weekCount: (answered, owed) => `已报 ${answered}，应报 ${owed}`,
    nil: '零报告',
    adopted: '采用',
    adoptedCount: (n) => `${n} 条`,
    notInReport: '未入稿',
    inReviewCount: (n) => `${n} 条还在审核或已退回`,
    notPublicCount: (n) => `${n} 条不宜公开或需报审`,
    leftOutCount: (n) => `${n} 条经编辑不入稿（计入条数）`,
    stale: (numbers) => `${numbers} 缩写或采纳标点后原文又改过，本版用新的原文；仍要缩写请到 /编辑。`,
    missing: '未报',
    late: '补报',
    toFill: (n) => `待补 ${n} 处（详见文末待补清单）`,
    changes: '与上一版相比',
    same: '信息和数据与上一版相同。',
    added: (numbers) => `新增 ${numbers}`,
    removed: (numbers) => `减少 ${numbers}`,
    changed: (numbers) => `修改 ${numbers}`,
    leftOut: (numbers) => `不入稿 ${numbers}`,
    takenBack: (numbers) => `恢复入稿 ${numbers}`,
    moved: (n) => `${n} 条调整顺序`,
    other: '部门应报、零报告、免报、用稿登记或未入稿条数有变化',
    more: (n) => `另有 ${n} 处`,
    changedSources: (n) => `${n} 条信息的原消息后来改过或删除，本版仍按已存内容；已私信给您逐条确认。`,
    view: '看正文',
    pdf: 'PDF',
    note: 'Word 文件随后发到这里，补齐待补内容后再上报。有新信息可再次汇总，旧版保留。',
  },
  en: {
    title: (month, { id }, version) => `Report of ${month} (${id}), version ${version}`,
    items: 'Items',
    itemCount: (submitted, late) => `${submitted}${late > 0 ? `, ${late} of them late` : ''}`,
    weeks: 'Weeks',
    weekCount: (answered, owed) => `${answered} answered of ${owed} owed`,
    nil: 'Nil reports',
    adopted: 'Printed',
    adoptedCount: (n) => String(n),
    notInReport: 'Not in the report',
    inReviewCount: (n) => `${n} in review or returned`,
    notPublicCount: (n) => `${n} not to be published, or to be cleared`,
    leftOutCount: (n) => `${n} left out at the desk (counted)`,
    stale: (numbers) =>
      `${numbers}: edited after they were shortened or their punctuation was put right; this version has their new text. /desk shortens again.`,
    missing: 'Missing',
    late: 'Late',
    toFill: (n) => `${n} places to fill in (listed at the end)`,
    changes: 'Since the last version',
    same: 'The same items and figures as in the last version.',
    added: (numbers) => `added ${numbers}`,
    removed: (numbers) => `removed ${numbers}`,
    changed: (numbers) => `changed ${numbers}`,
    leftOut: (numbers) => `left out ${numbers}`,
    takenBack: (numbers) => `taken back ${numbers}`,
    moved: (n) => `${n} in another place`,
    other: 'duties, nil reports, excuses, what was printed or what is held back have changed',
    more: (n) => `${n} more`,
    changedSources: (n) =>
      `The messages of ${n} items were edited or deleted since; this version has them as stored. You have a card to decide.`,
    view: 'Read the text',
    pdf: 'PDF',
    note: 'The Word file follows. Fill in what is open; compile again any time, old versions stay.',
  },
};

/** Lists on the card stay short; the file has them whole. */
const SHOWN = 8;

interface Besides {
  readonly template: MonthTemplate;
  /** Since the version before, if there was one. */
  readonly difference: FactsDifference | undefined;
  /** Items whose messages are not what they were: for the lead to decide on. */
  readonly changedSources: number;
  /** What else may be done about it. */
  readonly offers: readonly CardBlock[];
}

/** What a compiled version says and leaves open, and what is different since the one before. */
export function summaryCard(
  { locale, group, offersPdf }: Pick<CommandContext, 'locale' | 'group' | 'offersPdf'>,
  facts: MonthFacts,
  { template, difference, changedSources, offers }: Besides,
): Card {
  const words = WORDS[locale];
  const summary = summarizeMonth(facts);
  const { list } = texts(locale);
  const toFill = listToFill(facts, template.form).map(({ place, what }) => `${place}：${what}`);
  const missing = summary.missing.map(({ department, weeks }) => `${department}（${list(weeks)}）`);
  const late = summary.lateList.map(({ number, title }) => `${number} ${title}`);
  return {
    tone: missing.length > 0 || toFill.length > 0 ? 'warning' : 'success',
    title: words.title(describeMonth(facts.month), template, facts.version),
    blocks: [
      { kind: 'fields', fields: summaryFields(summary, words) },
      ...listBlock(words.missing, missing, words),
      ...listBlock(words.late, late, words),
      ...listBlock(words.toFill(toFill.length), toFill, words),
      ...(summary.stale.length > 0
        ? ([{ kind: 'text', text: words.stale(list(summary.stale)) }] as const)
        : []),
      ...differenceBlock(locale, difference),
      ...(changedSources > 0
        ? ([{ kind: 'text', text: words.changedSources(changedSources) }] as const)
        : []),
      ...offers,
      { kind: 'note', text: words.note },
      { kind: 'buttons', buttons: formButtons({ group, offersPdf }, facts, words) },
    ],
  };
}

/** The report in other forms than the Word file that follows. */
function formButtons(
  { group, offersPdf }: Pick<CommandContext, 'group' | 'offersPdf'>,
  { month, version }: Pick<MonthFacts, 'month' | 'version'>,
  { view, pdf }: Pick<SummaryWords, 'view' | 'pdf'>,
): readonly CardButton[] {
  const data = { group: group.id, month, version: String(version) };
  return [
    { label: view, action: 'report.view', data },
    ...(offersPdf ? [{ label: pdf, action: 'report.pdf', data }] : []),
  ];
}

function summaryFields(summary: MonthSummary, words: SummaryWords) {
  const { inReview, notPublic } = summary.heldBack;
  const held = [
    ...(inReview > 0 ? [words.inReviewCount(inReview)] : []),
    ...(notPublic > 0 ? [words.notPublicCount(notPublic)] : []),
    ...(summary.leftOut > 0 ? [words.leftOutCount(summary.leftOut)] : []),
  ];
  return [
    { label: words.items, value: words.itemCount(summary.submitted, summary.late) },
    { label: words.weeks, value: words.weekCount(summary.answered, summary.owed) },
    { label: words.nil, value: String(summary.nil) },
    ...(summary.adopted === undefined
      ? []
      : [{ label: words.adopted, value: words.adoptedCount(summary.adopted) }]),
    ...(held.length > 0 ? [{ label: words.notInReport, value: held.join('，') }] : []),
  ];
}

function listBlock(title: string, items: readonly string[], words: SummaryWords): CardBlock[] {
  if (items.length === 0) return [];
  const shown = items.slice(0, SHOWN);
  const rest = items.length - shown.length;
  return [{ kind: 'list', title, items: rest > 0 ? [...shown, words.more(rest)] : shown }];
}

function differenceBlock(locale: Locale, difference: FactsDifference | undefined): CardBlock[] {
  if (difference === undefined) return [];
  const words = WORDS[locale];
  const lines = differenceLines(locale, difference);
  return [{ kind: 'list', title: words.changes, items: lines.length > 0 ? lines : [words.same] }];
}

/** What is different from one version to the next, a line a kind; none when nothing is. */
export function differenceLines(
  locale: Locale,
  { added, removed, changed, leftOut, takenBack, moved, other }: FactsDifference,
): readonly string[] {
  const words = WORDS[locale];
  const { list } = texts(locale);
  return [
    ...(added.length > 0 ? [words.added(list(added))] : []),
    ...(removed.length > 0 ? [words.removed(list(removed))] : []),
    ...(changed.length > 0 ? [words.changed(list(changed))] : []),
    ...(leftOut.length > 0 ? [words.leftOut(list(leftOut))] : []),
    ...(takenBack.length > 0 ? [words.takenBack(list(takenBack))] : []),
    ...(moved.length > 0 ? [words.moved(moved.length)] : []),
    ...(other ? [words.other] : []),
  ];
}

import { z } from 'zod';
import type { CommandContext } from '../bot/context.ts';
import { defineCommand } from '../bot/define-command.ts';
import { gatherFacts } from '../bot/duty/gather-facts.ts';
import type { Card, CardBlock } from '../domain/message/card.ts';
import { addMonths, describeMonth, monthOf } from '../domain/period/month.ts';
import { parseMonth } from '../domain/period/parse-period.ts';
import { compareFacts, type FactsDifference } from '../domain/report/compare-facts.ts';
import type { MonthFacts } from '../domain/report/facts.ts';
import { listToFill } from '../domain/report/list-to-fill.ts';
import { summarizeMonth } from '../domain/report/summarize-month.ts';
import { toStamp } from '../kernel/clock.ts';
import { UserError } from '../kernel/errors.ts';
import { texts } from '../kernel/text/texts.ts';

const zh = {
  summary: '汇总某月信息，生成工作报告（Word）',
  args: { month: '月份' },
  future: '这个月还没有到。',
  busy: (month: string) => `${month}的报告正在生成，稍等一会儿就会发到这里，不用重复汇总。`,
  title: (month: string, version: number) => `${month}工作报告 第 ${version} 版`,
  items: '信息',
  itemCount: (submitted: number, late: number) => `${submitted} 条${late > 0 ? `，其中补报 ${late} 条` : ''}`,
  weeks: '报送周次',
  weekCount: (answered: number, owed: number) => `已报 ${answered}，应报 ${owed}`,
  nil: '零报告',
  notInReport: '未入稿',
  inReviewCount: (n: number) => `${n} 条还在审核或已退回`,
  notPublicCount: (n: number) => `${n} 条不宜公开或需报审`,
  missing: '未报',
  late: '补报',
  toFill: (n: number) => `待补 ${n} 处（详见附件 5）`,
  changes: '与上一版相比',
  same: '与上一版内容相同。',
  added: (numbers: string) => `新增 ${numbers}`,
  removed: (numbers: string) => `减少 ${numbers}`,
  changed: (numbers: string) => `修改 ${numbers}`,
  other: '部门应报或零报告有变化',
  more: (n: number) => `另有 ${n} 处`,
  note: 'Word 文件随后发到这里，补齐待补内容后再上报。有新信息可再次汇总，旧版保留。',
};

const en: typeof zh = {
  summary: "Compiles a month's report as a Word file",
  args: { month: 'month' },
  future: 'That month is yet to come.',
  busy: (month) => `The report of ${month} is being made and will arrive here soon.`,
  title: (month, version) => `Report of ${month}, version ${version}`,
  items: 'Items',
  itemCount: (submitted, late) => `${submitted}${late > 0 ? `, ${late} of them late` : ''}`,
  weeks: 'Weeks',
  weekCount: (answered, owed) => `${answered} answered of ${owed} owed`,
  nil: 'Nil reports',
  notInReport: 'Not in the report',
  inReviewCount: (n) => `${n} in review or returned`,
  notPublicCount: (n) => `${n} not to be published, or to be cleared`,
  missing: 'Missing',
  late: 'Late',
  toFill: (n) => `${n} places to fill in (annex 5)`,
  changes: 'Since the last version',
  same: 'Same content as the last version.',
  added: (numbers) => `added ${numbers}`,
  removed: (numbers) => `removed ${numbers}`,
  changed: (numbers) => `changed ${numbers}`,
  other: 'duties or nil reports have changed',
  more: (n) => `${n} more`,
  note: 'The Word file follows. Fill in what is open; compile again any time, old versions stay.',
};

/** Lists on the card stay short; the file has them whole. */
const SHOWN = 8;

export const command = defineCommand({
  name: 'compile',
  aliases: ['汇总'],
  roles: ['lead'],
  words: { 'zh-CN': zh, en },
  shape: { positional: ['month'] },
  args: z.strictObject({ month: z.string().optional() }),
  examples: ['', '2026-10', '上月'],
  async run(ctx, { month: written }, words) {
    const month = readMonth(ctx, written, words);
    const previous = await ctx.repos.reports.latest(ctx.group.id, month);
    if (previous !== undefined && (await isUnsent(ctx, previous.draftKey))) {
      return ctx.reply({ kind: 'notice', text: words.busy(describeMonth(month)) });
    }
    const facts = await gatherFacts(ctx, month, (previous?.version ?? 0) + 1);
    const difference = previous && compareFacts(previous.facts, facts);
    await ctx.reply(summaryCard(ctx, facts, { difference, words }));
    await store(ctx, facts);
  },
});

/** Without a month: the last one that is over; the current one must be named. */
function readMonth(ctx: CommandContext, written: string | undefined, words: typeof zh): string {
  const current = monthOf(ctx.today);
  const month = written === undefined ? addMonths(current, -1) : parseMonth(written, ctx.today);
  if (month === undefined) throw new UserError('period.unknown', { text: written ?? '' });
  return month > current ? ctx.misuse(words.future) : month;
}

async function isUnsent(ctx: CommandContext, draftKey: string): Promise<boolean> {
  const draft = await ctx.repos.outbox.find(draftKey);
  return draft?.state === 'ready' || draft?.state === 'leased';
}

/** Records the version with all it is made from, and plans the file: it is rendered outside this transaction. */
async function store(ctx: CommandContext, facts: MonthFacts): Promise<void> {
  const id = ctx.ids.next();
  const draftKey = `report:${id}`;
  await ctx.repos.reports.insert({
    id,
    groupId: ctx.group.id,
    month: facts.month,
    template: ctx.group.settings.template,
    version: facts.version,
    madeBy: ctx.actor.id,
    madeAt: toStamp(ctx.now),
    facts,
    draftKey,
  });
  await ctx.send({
    key: draftKey,
    target: { kind: 'chat', chatId: ctx.source.chatId },
    message: { kind: 'report', reportId: id },
  });
  await ctx.audit('report.compile', { month: facts.month, version: facts.version });
}

function summaryCard(
  ctx: CommandContext,
  facts: MonthFacts,
  { difference, words }: { difference: FactsDifference | undefined; words: typeof zh },
): Card {
  const summary = summarizeMonth(facts);
  const { list } = texts(ctx.locale);
  const toFill = listToFill(facts).map(({ place, what }) => `${place}：${what}`);
  const missing = summary.missing.map(({ department, weeks }) => `${department}（${list(weeks)}）`);
  const late = summary.lateList.map(({ number, title }) => `${number} ${title}`);
  return {
    tone: missing.length > 0 || toFill.length > 0 ? 'warning' : 'success',
    title: words.title(describeMonth(facts.month), facts.version),
    blocks: [
      { kind: 'fields', fields: summaryFields(summary, words) },
      ...listBlock(words.missing, missing, words),
      ...listBlock(words.late, late, words),
      ...listBlock(words.toFill(toFill.length), toFill, words),
      ...differenceBlock(difference, words, list),
      { kind: 'note', text: words.note },
    ],
  };
}

function summaryFields(summary: ReturnType<typeof summarizeMonth>, words: typeof zh) {
  const { inReview, notPublic } = summary.heldBack;
  const held = [
    ...(inReview > 0 ? [words.inReviewCount(inReview)] : []),
    ...(notPublic > 0 ? [words.notPublicCount(notPublic)] : []),
  ];
  return [
    { label: words.items, value: words.itemCount(summary.submitted, summary.late) },
    { label: words.weeks, value: words.weekCount(summary.answered, summary.owed) },
    { label: words.nil, value: String(summary.nil) },
    ...(held.length > 0 ? [{ label: words.notInReport, value: held.join('，') }] : []),
  ];
}

function listBlock(title: string, items: readonly string[], words: typeof zh): CardBlock[] {
  if (items.length === 0) return [];
  const shown = items.slice(0, SHOWN);
  const rest = items.length - shown.length;
  return [{ kind: 'list', title, items: rest > 0 ? [...shown, words.more(rest)] : shown }];
}

function differenceBlock(
  difference: FactsDifference | undefined,
  words: typeof zh,
  list: (words: readonly string[]) => string,
): CardBlock[] {
  if (difference === undefined) return [];
  const { added, removed, changed, other } = difference;
  const lines = [
    ...(added.length > 0 ? [words.added(list(added))] : []),
    ...(removed.length > 0 ? [words.removed(list(removed))] : []),
    ...(changed.length > 0 ? [words.changed(list(changed))] : []),
    ...(other ? [words.other] : []),
  ];
  return [{ kind: 'list', title: words.changes, items: lines.length > 0 ? lines : [words.same] }];
}

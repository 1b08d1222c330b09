import { z } from 'zod';
import { departmentName } from '../../domain/department/department.ts';
import type { KnownMonth } from '../../domain/figures/known-month.ts';
import {
  FIGURE_COLUMNS,
  type FigureProblem,
  type FigureRowProblem,
  readFigures,
  WHOLE_UNIT,
} from '../../domain/figures/read-figures.ts';
import type { Card, CardBlock, ClickAnswer } from '../../domain/message/card.ts';
import { toStamp } from '../../kernel/clock.ts';
import { foldName } from '../../kernel/text/fold-name.ts';
import type { Words } from '../../kernel/text/texts.ts';
import type { CommandContext } from '../context.ts';
import { openDepartments } from '../items/choose-department.ts';

interface FigureWords {
  readonly how: string;
  readonly file: (year: number) => string;
  readonly title: (count: number) => string;
  readonly nothing: string;
  readonly span: (from: string, to: string, departments: number) => string;
  readonly wrong: (count: number) => string;
  readonly problem: (row: number, what: string) => string;
  readonly problems: Readonly<Record<FigureProblem, (value: string) => string>>;
  readonly pending: string;
  readonly confirm: string;
  readonly done: (count: number) => string;
  readonly outdated: string;
}

const WORDS: Words<FigureWords> = {
  'zh-CN': {
    how: '请在随后发来的表格里填写上年台账数据，另存后把文件私信发给我：一行一个部门一个月，不掌握的留空；“合计”行填全单位数，不填则在各部门都有数时相加。发送后先给出预览，确认后才生效，用于报告的上年同期和同比。',
    file: (year) => `${year}年报送数据.xlsx`,
    title: (count) => `导入预览：${count} 行上年数据`,
    nothing: '表格里没有可导入的数据。',
    span: (from, to, departments) =>
      `${from} 至 ${to}，${departments} 个部门；同一部门同一月份已有的数据会被替换。`,
    wrong: (count) => `有误的 ${count} 行（不导入，改好后可再次发送）`,
    problem: (row, what) => `第 ${row} 行：${what}`,
    problems: {
      department: (value) => `没有部门“${value}”`,
      month: (value) => `没看懂月份“${value}”，请写成 2025-11`,
      future: (value) => `${value} 还没有结束`,
      count: (value) => `“${value}”不是条数`,
      twice: (value) => `同一部门的 ${value} 前面已经出现过`,
    },
    pending: '以上内容还没有生效。',
    confirm: '确认导入',
    done: (count) => `已导入 ${count} 行上年数据，再次汇总即编入报告。`,
    outdated: '这份预览已经失效，请以最新发送的表格为准。',
  },
  en: {
    how: 'Fill in the sheet that follows, save it, and send it to me in private: one row a department and month; leave empty what is not known. The last row of each month is the whole unit. You will see what would change before anything does.',
    file: (year) => `figures-${year}.xlsx`,
    title: (count) => `Preview: ${count} rows of figures`,
    nothing: 'There is nothing in this sheet to bring in.',
    span: (from, to, departments) =>
      `${from} to ${to}, ${departments} departments; figures that are there for a row are replaced.`,
    wrong: (count) => `${count} rows with a mistake (left out)`,
    problem: (row, what) => `Row ${row}: ${what}`,
    problems: {
      department: (value) => `there is no department "${value}"`,
      month: (value) => `"${value}" is no month; write 2025-11`,
      future: (value) => `${value} is not over`,
      count: (value) => `"${value}" is no number of items`,
      twice: (value) => `${value} of this department stands further up already`,
    },
    pending: 'Nothing of this holds yet.',
    confirm: 'Import',
    done: (count) => `Brought in ${count} rows; compile again to print them.`,
    outdated: 'This preview is no longer the last one.',
  },
};

/** A sheet that waits for its sender's yes. A newer one takes its place. */
const pendingFigures = z.object({
  id: z.string(),
  months: z.array(
    z.object({
      departmentId: z.string(),
      month: z.string(),
      submitted: z.number(),
      adopted: z.number().exactOptional(),
    }),
  ),
});

/** A sheet of last year's months for every department, with what is known filled in. */
export async function sendFigureSheet(ctx: CommandContext): Promise<void> {
  const words = WORDS[ctx.locale];
  const year = ctx.today.year - 1;
  const months = Array.from({ length: 12 }, (_, index) => `${year}-${String(index + 1).padStart(2, '0')}`);
  const known = await ctx.repos.knownMonths.between(ctx.group.id, `${year}-01`, `${year}-12`);
  const departments = (await openDepartments(ctx)).map((department) => ({
    id: department.id,
    name: departmentName(department, ctx.today),
  }));
  const rows = months.flatMap((month) =>
    [...departments, { id: '', name: WHOLE_UNIT }].map(({ id, name }) => {
      const found = known.find((one) => one.month === month && one.departmentId === id);
      return [name, month, String(found?.submitted ?? ''), String(found?.adopted ?? '')];
    }),
  );
  await ctx.reply({ kind: 'notice', text: words.how });
  await ctx.reply({ kind: 'sheet', name: words.file(year), rows: [[...FIGURE_COLUMNS], ...rows] });
}

/** Shows what a sheet would bring in, and keeps it for the yes. */
export async function previewFigures(
  ctx: CommandContext,
  rows: readonly (readonly string[])[],
): Promise<void> {
  const departments = await ctx.repos.departments.list(ctx.group.id);
  const ids = new Map(
    [...departments]
      .reverse()
      .flatMap(({ id, names }) => names.map(({ name }) => [foldName(name), id] as const)),
  );
  const idOf = (name: string) => ids.get(foldName(name));
  const { months, problems } = readFigures(rows, { today: ctx.today, idOf });
  const id = ctx.ids.next();
  await ctx.repos.records.setValue(keyOf(ctx), JSON.stringify({ id, months }));
  await ctx.reply(previewCard(ctx, { id, months, problems }));
}

/** Stores what the preview has shown. */
export async function confirmFigures(ctx: CommandContext, id: string | undefined): Promise<ClickAnswer> {
  const words = WORDS[ctx.locale];
  const kept = await ctx.repos.records.value(keyOf(ctx));
  const pending = kept ? pendingFigures.parse(JSON.parse(kept)) : undefined;
  if (pending === undefined || pending.id !== id) return { tone: 'warning', notice: words.outdated };
  await ctx.repos.knownMonths.put(ctx.group.id, pending.months, { by: ctx.actor.id, at: toStamp(ctx.now) });
  await ctx.repos.records.setValue(keyOf(ctx), '');
  await ctx.audit('figures.import', spanOf(pending.months));
  const notice = words.done(pending.months.length);
  return { tone: 'success', notice, card: { tone: 'success', title: notice, blocks: [] } };
}

function keyOf(ctx: CommandContext): string {
  return `figures:${ctx.group.id}:${ctx.actor.id}`;
}

function previewCard(
  ctx: CommandContext,
  found: { id: string; months: readonly KnownMonth[]; problems: readonly FigureRowProblem[] },
): Card {
  const words = WORDS[ctx.locale];
  const { id, months, problems } = found;
  const data = { group: ctx.group.id, import: id };
  const [from = '', to = from] = spanOf(months);
  const departments = new Set(months.flatMap((one) => one.departmentId || [])).size;
  const rows = problems.map(({ row, problem, value }) => words.problem(row, words.problems[problem](value)));
  const offer: CardBlock[] = [
    { kind: 'text', text: words.span(from, to, departments) },
    { kind: 'note', text: words.pending },
    {
      kind: 'buttons',
      buttons: [{ label: words.confirm, style: 'primary', action: 'import.figures', data }],
    },
  ];
  const wrong: CardBlock[] = [{ kind: 'list', title: words.wrong(rows.length), items: rows }];
  return {
    tone: problems.length > 0 ? 'warning' : 'info',
    title: months.length > 0 ? words.title(months.length) : words.nothing,
    blocks: [...(rows.length > 0 ? wrong : []), ...(months.length > 0 ? offer : [])],
  };
}

/** The first and the last month. */
function spanOf(months: readonly KnownMonth[]): readonly string[] {
  const all = months.map(({ month }) => month).sort();
  return [...new Set([...all.slice(0, 1), ...all.slice(-1)])];
}

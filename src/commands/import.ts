import { z } from 'zod';
import type { CommandContext } from '../bot/context.ts';
import { defineCommand } from '../bot/define-command.ts';
import { confirmFigures, previewFigures, sendFigureSheet } from '../bot/figures/import-figures.ts';
import { openDepartments } from '../bot/items/choose-department.ts';
import { hasHeader } from '../bot/read-sent-sheet.ts';
import { applyRoster, planAgainstRoster } from '../bot/roster/apply-roster.ts';
import { departmentName, reportersOn } from '../domain/department/department.ts';
import {
  ROSTER_COLUMNS,
  type RosterChange,
  type RosterPlan,
  type RosterProblem,
} from '../domain/department/plan-roster.ts';
import { FIGURE_COLUMNS } from '../domain/figures/read-figures.ts';
import type { Card, CardBlock, ClickAnswer } from '../domain/message/card.ts';

const zh = {
  summary: '用 Excel 表格导入部门和通讯员，或上年报送数据',
  args: { what: '上年' },
  how: '请在随后发来的表格里填写，另存后把文件私信发给我：一行一个部门；改名的在“原名称”写旧名；通讯员写群里的姓名，副通讯员可写多人，用顿号分开。表里没有的部门和人员保持不变。发送后先给出预览，确认后才生效。',
  privately: '名单涉及人员，请私信我发送 /导入。',
  file: '部门通讯员名单.xlsx',
  damaged: '这个表格打不开（可能已损坏或加密），请用 /导入 发来的表格填写，存为 .xlsx 后重新发送。',
  'too-large': '这个表格太大，请只保留名单一张表，删去多余的行列后重新发送。',
  tooMany: (most: number) => `名单最多 ${most} 行，请分几次导入。`,
  nothing: '表格里没有需要变更的内容。',
  title: (count: number) => `导入预览：${count} 处变更`,
  add: '新增部门',
  rename: '部门改名',
  main: '设为通讯员',
  deputy: '设为副通讯员',
  wrong: (count: number) => `有误的 ${count} 行（不导入，改好后可再次发送）`,
  problem: (row: number, what: string) => `第 ${row} 行：${what}`,
  problems: {
    'no-name': () => '没有写部门',
    'bad-name': (value: string) => `部门“${value}”不能用作名称（1 至 20 个字，不含空格和符号）`,
    twice: (value: string) => `部门“${value}”前面已经出现过`,
    taken: (value: string) => `部门“${value}”已经存在，不能改成这个名称`,
    'old-unknown': (value: string) => `没有找到原名称“${value}”`,
    'person-unknown': (value: string) => `群里没有“${value}”`,
    'person-ambiguous': (value: string) => `群里有多位“${value}”，请用 /通讯员 设置 并 @ 本人`,
  },
  confirm: '确认导入',
  pending: '以上内容还没有生效，确认后自今天起生效。',
  done: (count: number) => `已导入：${count} 处变更，自今天起生效。`,
  outdated: '这份预览已经失效，请以最新发送的表格为准。',
  moved: '预览之后名单有变化，请重新核对。',
};

const en: typeof zh = {
  summary: "Brings departments and correspondents, or last year's figures, in from a spreadsheet",
  args: { what: 'figures' },
  how: 'Fill in the sheet that follows, save it, and send it to me in private: one row a department; its old name in the second column if it is renamed; people by their names in the group. What the sheet does not name stays. You will see what would change before anything does.',
  privately: 'Please send me /import in private.',
  file: 'roster.xlsx',
  damaged: 'This sheet cannot be opened. Fill in the one that /import sends, and save it as .xlsx.',
  'too-large': 'This sheet is too large. Keep only the roster in it.',
  tooMany: (most) => `A roster has at most ${most} rows; please send it in parts.`,
  nothing: 'Nothing in this sheet would change the roster.',
  title: (count) => `Preview: ${count} changes`,
  add: 'New departments',
  rename: 'Renamed departments',
  main: 'Correspondents',
  deputy: 'Deputies',
  wrong: (count) => `${count} rows with a mistake (left out)`,
  problem: (row, what) => `Row ${row}: ${what}`,
  problems: {
    'no-name': () => 'no department',
    'bad-name': (value) => `"${value}" cannot be a name (1 to 20 letters or digits)`,
    twice: (value) => `"${value}" stands further up already`,
    taken: (value) => `there is a department "${value}" already`,
    'old-unknown': (value) => `there is no department "${value}" to rename`,
    'person-unknown': (value) => `nobody here is called "${value}"`,
    'person-ambiguous': (value) => `several people here are called "${value}"; use /reporter set`,
  },
  confirm: 'Import',
  pending: 'Nothing of this holds yet. Once confirmed, it holds from today.',
  done: (count) => `Imported: ${count} changes, from today on.`,
  outdated: 'This preview is no longer the last one.',
  moved: 'The roster has changed since; please look again.',
};

const MOST_ROWS = 500;

/** A sheet that waits for its sender's yes. A newer one takes its place. */
const pendingImport = z.object({
  id: z.string(),
  rows: z.array(z.array(z.string())),
  /** The changes as they were shown. */
  shown: z.string(),
});

export const command = defineCommand({
  name: 'import',
  aliases: ['导入'],
  roles: ['admin'],
  words: { 'zh-CN': zh, en },
  sheets: [ROSTER_COLUMNS, FIGURE_COLUMNS],
  shape: { positional: ['what'] },
  args: z.strictObject({ what: z.enum(['上年', '上年数据', '往年', 'figures']).optional() }),
  examples: ['', '上年'],
  async run(ctx, { what }, words) {
    if (!ctx.source.private) return ctx.reply({ kind: 'notice', text: words.privately });
    if (ctx.sheet === undefined) return what === undefined ? sendTemplate(ctx, words) : sendFigureSheet(ctx);
    if (!ctx.sheet.ok) return ctx.reply({ kind: 'notice', text: words[ctx.sheet.reason] });
    if (ctx.sheet.rows.length > MOST_ROWS)
      return ctx.reply({ kind: 'notice', text: words.tooMany(MOST_ROWS) });
    if (hasHeader(ctx.sheet.rows, FIGURE_COLUMNS)) return previewFigures(ctx, ctx.sheet.rows);
    await ctx.reply(await preview(ctx, ctx.sheet.rows, words));
  },
  clicks: {
    confirm: { roles: ['admin'], run: confirm },
    figures: { roles: ['admin'], run: (ctx, data) => confirmFigures(ctx, data.import) },
  },
});

/** The roster as it is now, to be written on. */
async function sendTemplate(ctx: CommandContext, words: typeof zh): Promise<void> {
  const today = ctx.today.toString();
  const departments = await openDepartments(ctx);
  const reporters = departments.map((department) => reportersOn(department, today));
  const names = await ctx.repos.people.names(reporters.flat().map(({ personId }) => personId));
  const namesOf = (index: number, kind: 'main' | 'deputy') =>
    (reporters[index] ?? [])
      .filter((reporter) => reporter.kind === kind)
      .map(({ personId }) => names.get(personId) ?? '')
      .join('、');
  const rows = departments.map((department, index) => [
    departmentName(department, ctx.today),
    '',
    namesOf(index, 'main'),
    namesOf(index, 'deputy'),
  ]);
  await ctx.reply({ kind: 'notice', text: words.how });
  await ctx.reply({ kind: 'sheet', name: words.file, rows: [[...ROSTER_COLUMNS], ...rows] });
}

/** Shows what would change, and keeps the sheet for the yes. */
async function preview(
  ctx: CommandContext,
  sheet: readonly (readonly string[])[],
  words: typeof zh,
): Promise<Card> {
  const rows = sheet.map((row) => row.slice(0, ROSTER_COLUMNS.length));
  const plan = await planAgainstRoster(ctx, rows);
  const id = ctx.ids.next();
  const pending = { id, rows, shown: JSON.stringify(plan.changes) };
  await ctx.repos.records.setValue(keyOf(ctx), JSON.stringify(pending));
  return previewCard(ctx, plan, { id, words });
}

function keyOf(ctx: CommandContext): string {
  return `import:${ctx.group.id}:${ctx.actor.id}`;
}

/** Plans anew: what is carried out is what was shown, or the new plan is shown instead. */
async function confirm(
  ctx: CommandContext,
  data: Readonly<Record<string, string>>,
  words: typeof zh,
): Promise<ClickAnswer> {
  const kept = await ctx.repos.records.value(keyOf(ctx));
  const pending = kept ? pendingImport.parse(JSON.parse(kept)) : undefined;
  if (pending === undefined || pending.id !== data.import) return { tone: 'warning', notice: words.outdated };
  const { changes } = await planAgainstRoster(ctx, pending.rows);
  if (JSON.stringify(changes) !== pending.shown) {
    return { tone: 'warning', notice: words.moved, card: await preview(ctx, pending.rows, words) };
  }
  await applyRoster(ctx, changes);
  await ctx.repos.records.setValue(keyOf(ctx), '');
  const departments = new Set(changes.map(({ department }) => department)).size;
  await ctx.audit('import.apply', { departments });
  const notice = words.done(changes.length);
  const card: Card = { tone: 'success', title: notice, blocks: await changeBlocks(ctx, changes, words) };
  return { tone: 'success', notice, card };
}

async function previewCard(
  ctx: CommandContext,
  { changes, problems }: RosterPlan,
  { id, words }: { id: string; words: typeof zh },
): Promise<Card> {
  const data = { group: ctx.group.id, import: id };
  const problem = ({ row, code, value }: RosterProblem) => words.problem(row, words.problems[code](value));
  return {
    tone: problems.length > 0 ? 'warning' : 'info',
    title: changes.length > 0 ? words.title(changes.length) : words.nothing,
    blocks: [
      ...(await changeBlocks(ctx, changes, words)),
      ...listBlock(words.wrong(problems.length), problems.map(problem)),
      ...(changes.length === 0
        ? []
        : ([
            { kind: 'note', text: words.pending },
            {
              kind: 'buttons',
              buttons: [{ label: words.confirm, style: 'primary', action: 'import.confirm', data }],
            },
          ] as const)),
    ],
  };
}

async function changeBlocks(
  ctx: CommandContext,
  changes: readonly RosterChange[],
  words: typeof zh,
): Promise<readonly CardBlock[]> {
  const names = await ctx.repos.people.names(
    changes.flatMap((change) => ('personId' in change ? [change.personId] : [])),
  );
  const lineOf = (change: RosterChange): string => {
    if (change.kind === 'add') return change.department;
    if (change.kind === 'rename') return `${change.from} → ${change.department}`;
    return `${change.department}：${names.get(change.personId) ?? change.personId}`;
  };
  return (['add', 'rename', 'main', 'deputy'] as const).flatMap((kind) =>
    listBlock(words[kind], changes.filter((change) => change.kind === kind).map(lineOf)),
  );
}

function listBlock(title: string, items: readonly string[]): readonly CardBlock[] {
  return items.length === 0 ? [] : [{ kind: 'list', title, items }];
}

import { z } from 'zod';
import { confirmDays, previewDays } from '../bot/calendar/import-days.ts';
import { monthCard } from '../bot/calendar/month-card.ts';
import type { CommandContext } from '../bot/context.ts';
import { defineCommand } from '../bot/define-command.ts';
import type { SheetReading } from '../bot/ports.ts';
import { compareDutyDays } from '../domain/calendar/compare-duty-days.ts';
import { describeSpans } from '../domain/calendar/describe-spans.ts';
import { parseDayChange, parseDays } from '../domain/calendar/parse-day-change.ts';
import { DAY_COLUMNS, parseDaySheet } from '../domain/calendar/parse-day-sheet.ts';
import { parseNotice } from '../domain/calendar/parse-notice.ts';
import type { Card } from '../domain/message/card.ts';
import { monthOf } from '../domain/period/month.ts';
import { parseMonth } from '../domain/period/parse-period.ts';
import { describeDay, describeWeek } from '../domain/period/week.ts';
import { toStamp } from '../kernel/clock.ts';
import { UserError } from '../kernel/errors.ts';

const zh = {
  summary: '查看工作日历，导入放假安排，调整放假和上班日期',
  args: { action: '查看、导入、新增或移除', text: '月份、通知全文或日期' },
  kinds: { off: '放假', workday: '上班' },
  set: (year: string, days: string, kind: string, note: string) =>
    `已设为${kind}：${year}年${days}${note ? `，${note}` : ''}。只影响本群。`,
  unset: (year: string, days: string) => `已恢复为原定安排：${year}年${days}。`,
  notSet: '这些日期本群没有单独设过，没有变化。',
  moved: (week: string, from: string, to: string) => `${week}这一周的报送日：${from} → ${to}`,
  nobody: '无人应报',
  how: '请把国务院办公厅《关于××××年部分节假日安排的通知》全文粘贴在 /日历 导入 后面一起发送；会先给出预览，确认后才生效。',
  sheetHow:
    '也可以在随后发来的表格里填写日期、类型（休或班）和名称，一行一天或一段，另存后把文件私信发给我。',
  privately: '要用表格导入，请私信我发送 /日历 导入。',
  file: '放假安排.xlsx',
  fixed: { newYear: '元旦', labour: '劳动节', national: '国庆节' },
  damaged: '这个表格打不开（可能已损坏或加密），请用 /日历 导入 发来的表格填写，存为 .xlsx 后重新发送。',
  'too-large': '这个表格太大，请只保留放假安排一张表，删去多余的行列后重新发送。',
  emptySheet: '表格里没有日期。请一行写一天或一段：日期、休或班、名称。',
  row: (row: number, problem: string) => `第 ${row} 行：${problem}`,
  noYear:
    '没有看到是哪一年的安排。请把通知的标题（写有年份）一起粘贴；或在最前面写上年份，例如 /日历 导入 2027年。',
  noDays:
    '没有读出放假安排。请粘贴通知中“一、元旦：……”开始的各条，或用 /日历 新增 2027-10-01至10-07 休 国庆节 逐段设置。',
  refused: (count: number) => `有 ${count} 处不能确认，没有导入。请核对下面的内容，改正后重新发送：`,
  problems: {
    unreadable: '没有读出放假的日期',
    'wrong-count': '写明的天数与日期不符',
    'not-weekend': '上班的日子不是周六、周日',
    both: '同一天既放假又上班',
    'no-such-day': '没有这一天',
    'wrong-weekday': '日期与星期不符',
    'wrong-order': '结束日期早于开始日期',
    'too-long': '一次不能超过 31 天',
  },
  noDay: '请先写日期，例如 2027-01-01 或 2027-10-01至10-07。',
  noKind: '请在日期后面写休或班。',
};

const en: typeof zh = {
  summary: 'Shows the working calendar, brings in a holiday plan, and changes single days',
  args: { action: 'show, import, add or remove', text: 'month, notice or days' },
  kinds: { off: 'off', workday: 'worked' },
  set: (year, days, kind, note) =>
    `Now ${kind}: ${year}, ${days}${note ? ` (${note})` : ''}. Only this group is affected.`,
  unset: (year, days) => `Back to the plan: ${year}, ${days}.`,
  notSet: 'These days were not set in this group; nothing was changed.',
  moved: (week, from, to) => `Duty day of the week ${week}: ${from} → ${to}`,
  nobody: 'nobody is due',
  how: "Send /calendar import with the text of the State Council's yearly notice behind. You will see what would change before anything does.",
  sheetHow: 'Or fill in the sheet that follows, a day or a span a row, and send it to me in private.',
  privately: 'For a sheet, send me /calendar import in private.',
  file: 'calendar.xlsx',
  fixed: { newYear: 'New Year', labour: 'Labour Day', national: 'National Day' },
  damaged: 'This sheet cannot be opened. Fill in the one that /calendar import sends, and save it as .xlsx.',
  'too-large': 'This sheet is too large. Keep only the days in it.',
  emptySheet: 'There is no day in this sheet.',
  row: (row, problem) => `Row ${row}: ${problem}`,
  noYear: 'The year is not said. Copy the title of the notice as well, or write the year in front.',
  noDays: 'No holidays could be read. Copy the numbered parts of the notice, or use /calendar add.',
  refused: (count) =>
    `${count} places need a look; nothing was imported. Please put them right and send it again:`,
  problems: {
    unreadable: 'no days off could be read',
    'wrong-count': 'the number of days does not agree with the dates',
    'not-weekend': 'a make-up day that is no Saturday or Sunday',
    both: 'off and worked at once',
    'no-such-day': 'there is no such day',
    'wrong-weekday': 'the weekday does not agree with the date',
    'wrong-order': 'the end comes before the beginning',
    'too-long': 'more than 31 days at once',
  },
  noDay: 'Begin with the days, such as 2027-01-01 or 2027-10-01~10-07.',
  noKind: 'Write off or work behind the days.',
};

export const command = defineCommand({
  name: 'calendar',
  aliases: ['日历'],
  roles: ['lead', 'admin'],
  words: { 'zh-CN': zh, en },
  sheets: [DAY_COLUMNS],
  shape: {
    actions: {
      show: ['查看'],
      import: ['导入'],
      add: ['新增', '添加', '增加', '设置'],
      remove: ['移除', '删除', '恢复'],
    },
    defaultAction: 'show',
    rest: 'text',
  },
  args: z.strictObject({
    action: z.enum(['show', 'import', 'add', 'remove']),
    text: z.string().max(8000).default(''),
  }),
  examples: [
    '',
    '查看 2026-12',
    '新增 2026-12-31 休 元旦',
    '新增 2027-10-01至10-07 休 国庆节',
    '移除 2026-12-31',
    '导入',
  ],
  async run(ctx, { action, text }, words) {
    if (ctx.sheet !== undefined) return importSheet(ctx, ctx.sheet, words);
    if (action === 'show') return show(ctx, text.trim());
    if (action === 'import') return importNotice(ctx, text, words);
    return action === 'add' ? add(ctx, text, words) : remove(ctx, text, words);
  },
  clicks: { confirm: { roles: ['lead', 'admin'], run: (ctx, data) => confirmDays(ctx, data.import) } },
});

async function show(ctx: CommandContext, written: string): Promise<void> {
  const month = written === '' ? monthOf(ctx.today) : parseMonth(written, ctx.today);
  if (month === undefined) throw new UserError('period.unknown', { text: written });
  await ctx.reply(monthCard(ctx, month));
}

async function importNotice(ctx: CommandContext, text: string, words: typeof zh): Promise<void> {
  if (text.trim() === '') return tellHow(ctx, words);
  const { year, days, problems, missing } = parseNotice(text);
  if (year === undefined) return ctx.misuse(words.noYear);
  if (problems.length > 0) {
    const items = problems.map(({ code, line }) => `${words.problems[code]}：${line}`);
    return ctx.reply(refusal(items, words));
  }
  if (days.length === 0) return ctx.misuse(words.noDays);
  await ctx.reply(await previewDays(ctx, days, missing));
}

/** In private with a sheet to write on: what the group has set for the next year, else what is off every year. */
async function tellHow(ctx: CommandContext, words: typeof zh): Promise<void> {
  if (!ctx.source.private) {
    return ctx.reply({ kind: 'notice', text: [words.how, words.privately].join('\n') });
  }
  const year = ctx.today.year + 1;
  const { newYear, labour, national } = words.fixed;
  const range = { from: `${year}-01-01`, to: `${year}-12-31` };
  const own = await ctx.repos.calendarDays.list(ctx.group.id, range);
  const rows = own.map(({ day, kind, note }) => [day, kind === 'off' ? '休' : '班', note]);
  const fixed = [
    [`${year}-01-01`, '休', newYear],
    [`${year}-05-01`, '休', labour],
    [`${year}-10-01至10-03`, '休', national],
  ];
  await ctx.reply({ kind: 'notice', text: [words.how, words.sheetHow].join('\n') });
  const sheet = [[...DAY_COLUMNS], ...(rows.length > 0 ? rows : fixed)];
  await ctx.reply({ kind: 'sheet', name: words.file, rows: sheet });
}

async function importSheet(ctx: CommandContext, sheet: SheetReading, words: typeof zh): Promise<void> {
  if (!sheet.ok) return ctx.reply({ kind: 'notice', text: words[sheet.reason] });
  const { days, problems } = parseDaySheet(sheet.rows, ctx.today);
  if (problems.length > 0) {
    const items = problems.map(({ row, problem }) => words.row(row, explainProblem(problem, words)));
    return ctx.reply(refusal(items, words));
  }
  if (days.length === 0) return ctx.reply({ kind: 'notice', text: words.emptySheet });
  await ctx.reply(await previewDays(ctx, days, []));
}

function refusal(items: readonly string[], words: typeof zh): Card {
  return { tone: 'warning', title: words.refused(items.length), blocks: [{ kind: 'list', items }] };
}

async function add(ctx: CommandContext, text: string, words: typeof zh): Promise<void> {
  const change = parseDayChange(text, ctx.today);
  if (!change.ok) return ctx.misuse(explainProblem(change.problem, words));
  const set = { by: ctx.actor.id, at: toStamp(ctx.now), version: ctx.ids.next() };
  await ctx.repos.calendarDays.put(ctx.group.id, change.days, set);
  const days = change.days.map(({ day }) => day);
  const [first] = change.days;
  await ctx.audit('calendar.add', { days: nameDays(days), dayKind: first?.kind });
  const kind = words.kinds[first?.kind ?? 'off'];
  const done = words.set(yearOf(days), describeSpans(days).join('、'), kind, first?.note ?? '');
  await answerChange(ctx, { done, days, words });
}

async function remove(ctx: CommandContext, text: string, words: typeof zh): Promise<void> {
  const read = parseDays(text, ctx.today);
  if (!read.ok) return ctx.misuse(explainProblem(read.problem, words));
  const own = await ctx.repos.calendarDays.list(ctx.group.id);
  const days = own.map(({ day }) => day).filter((day) => read.days.includes(day));
  if (days.length === 0) return ctx.reply({ kind: 'notice', text: words.notSet });
  await ctx.repos.calendarDays.drop(ctx.group.id, days, ctx.ids.next());
  await ctx.audit('calendar.remove', { days: nameDays(days) });
  await answerChange(ctx, { done: words.unset(yearOf(days), describeSpans(days).join('、')), days, words });
}

/** What was changed, and the weeks that come due on another day because of it. */
async function answerChange(
  ctx: CommandContext,
  { done, days, words }: { done: string; days: readonly string[]; words: typeof zh },
): Promise<void> {
  const moved = compareDutyDays(days, ctx.calendar, await ctx.rereadCalendar());
  const lines = moved.map(({ week, from, to }) => {
    const [before, after] = [from, to].map((day) => (day === undefined ? words.nobody : describeDay(day)));
    return words.moved(describeWeek(week), before ?? '', after ?? '');
  });
  await ctx.reply({ kind: 'notice', text: [done, ...lines].join('\n') });
}

function explainProblem(problem: keyof typeof zh.problems | 'no-day' | 'no-kind', words: typeof zh): string {
  if (problem === 'no-day') return words.noDay;
  return problem === 'no-kind' ? words.noKind : `${words.problems[problem]}。`;
}

/** `2027-10-01…2027-10-07`. */
function nameDays(days: readonly string[]): string {
  const [first = '', last = first] = [days.at(0), days.at(-1)];
  return first === last ? first : `${first}…${last}`;
}

function yearOf(days: readonly string[]): string {
  return days.at(0)?.slice(0, 4) ?? '';
}

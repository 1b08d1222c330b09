import { z } from 'zod';
import type { CommandContext } from '../bot/context.ts';
import { defineCommand } from '../bot/define-command.ts';
import {
  cancelExcuses,
  compiledMonths,
  type DepartmentWeeks,
  excuseWeeks,
} from '../bot/duty/excuse-weeks.ts';
import { findDepartment, matchDepartment, openDepartments } from '../bot/items/choose-department.ts';
import { tellReporters } from '../bot/roster/tell-reporters.ts';
import { type Department, departmentName } from '../domain/department/department.ts';
import { readExcuse } from '../domain/duty/read-excuse.ts';
import { describeMonth } from '../domain/period/month.ts';
import { describeWeeks, weekOf, weeksBetween } from '../domain/period/week.ts';
import { texts } from '../kernel/text/texts.ts';

const zh = {
  summary: '登记部门免报的周次和原因',
  args: { action: '操作', text: '部门 周次 原因' },
  granted: (who: string, reason: string) => `已登记免报：${who}。原因：${reason}。`,
  ofDepartment: (department: string, weeks: string) => `${department}（${weeks}）`,
  notOwed: (who: string) => `以下周次本来就不应报，没有登记：${who}。`,
  nothing: '这些周次本来就不应报，没有登记。',
  submitted: (who: string) => `已经报送，仍计已报：${who}。`,
  compiled: (month: string, version: number) => `${month}的报告已汇总到第 ${version} 版，再次汇总后计入。`,
  cancelled: (who: string) => `已取消免报：${who}，恢复应报。`,
  none: '这些部门在这些周次没有免报。',
  toReporters: (own: string, weeks: string, reason: string, who: string) =>
    `${own}已由${who}登记免报：${weeks}，原因：${reason}。期间不用报送，也不会被催报；有信息仍可报送。`,
  cancelledToReporters: (own: string, weeks: string, who: string) =>
    `${own}的免报（${weeks}）已由${who}取消，请按时报送。`,
  title: '免报安排',
  empty: '本周及以后没有免报安排。登记：/免报 部门 周次 原因',
  entry: (weeks: string, reason: string) => `${weeks}：${reason}`,
  noWeeks: (word: string) =>
    `请在部门后面写周次${word === '' ? '' : `（没看懂“${word}”）`}，例如 本周、2周、2026-W47、11月16日至11月29日。`,
  noReason: '请写明免报的原因，会列入报告的免报情况。',
  longReason: (most: number) => `原因请不要超过 ${most} 字。`,
  tooOld: (weeks: number) => `只能登记或取消最近 ${weeks} 周以内的免报，更早的已不能更改。`,
  tooFar: '最远只能登记一年以内的免报，请核对年份。',
};

const en: typeof zh = {
  summary: 'Excuses departments from weeks',
  args: { action: 'action', text: 'department weeks reason' },
  granted: (who, reason) => `Excused: ${who}. Reason: ${reason}.`,
  ofDepartment: (department, weeks) => `${department} (${weeks})`,
  notOwed: (who) => `Not owed anyway, nothing stored: ${who}.`,
  nothing: 'These weeks are not owed anyway; nothing was stored.',
  submitted: (who) => `Sent in time already, which goes on to count: ${who}.`,
  compiled: (month, version) =>
    `The report of ${month} is out as version ${version}; compile it again for this to count.`,
  cancelled: (who) => `No longer excused: ${who}.`,
  none: 'These departments are not excused from these weeks.',
  toReporters: (own, weeks, reason, who) =>
    `${own} is excused by ${who}: ${weeks}, because ${reason}. You owe nothing and will not be reminded.`,
  cancelledToReporters: (own, weeks, who) =>
    `${who} has cancelled the excuse of ${own} (${weeks}); please report in time.`,
  title: 'Excuses',
  empty: 'Nobody is excused from this week or a later one. To excuse: /excuse DEPARTMENT WEEKS REASON',
  entry: (weeks, reason) => `${weeks}: ${reason}`,
  noWeeks: (word) =>
    `Write the weeks after the department${word === '' ? '' : ` ("${word}" is none)`}, such as 2026-W47 or 2026-11-16至2026-11-29.`,
  noReason: 'Write the reason: it stands in the report.',
  longReason: (most) => `At most ${most} characters for the reason, please.`,
  tooOld: (weeks) => `Only the last ${weeks} weeks can be excused or owed again.`,
  tooFar: 'At most a year ahead, please; check the year.',
};

/** A cell of the report's table holds this much. */
const LONGEST_REASON = 100;

const MOST_WEEKS_AHEAD = 53;

export const command = defineCommand({
  name: 'excuse',
  aliases: ['免报'],
  roles: ['lead', 'admin'],
  words: { 'zh-CN': zh, en },
  shape: {
    actions: { grant: ['登记'], cancel: ['取消', '撤销'], list: ['列表', '查看'] },
    defaultAction: 'grant',
    rest: 'text',
  },
  args: z.strictObject({
    action: z.enum(['grant', 'cancel', 'list']),
    text: z.string().optional(),
  }),
  examples: [
    '规划科 本周 抽调参加防汛',
    '规划科 2周 抽调参加防汛',
    '规划科、耕地科 2026-W47 机构搬迁',
    '规划科 11月16日至11月29日 集中培训',
    '取消 规划科 本周',
    '',
  ],
  async run(ctx, { action, text }, words) {
    if (action === 'list' || (action === 'grant' && text === undefined)) return showList(ctx, words);
    const request = await readRequest(ctx, text ?? '', words);
    if (action === 'cancel') return cancel(ctx, request, words);
    await grant(ctx, request, words);
  },
});

interface Request {
  readonly departments: readonly Department[];
  readonly weeks: readonly string[];
  readonly reason: string;
}

async function readRequest(ctx: CommandContext, text: string, words: typeof zh): Promise<Request> {
  const open = await openDepartments(ctx);
  const { today, calendar } = ctx;
  const isDepartment = (name: string) => matchDepartment(open, name, ctx) !== undefined;
  const read = readExcuse(text, { isDepartment, today, calendar });
  const departments = new Set(read.departments.map((name) => findDepartment(open, name, ctx)));
  const [first] = read.weeks;
  const last = read.weeks.at(-1);
  if (first === undefined || last === undefined) {
    const [word = ''] = read.reason.split(/\s/u, 1);
    return ctx.misuse(words.noWeeks([...word].slice(0, 20).join('')));
  }
  const { lateWeeks } = ctx.group.settings;
  const current = weekOf(today);
  if (weeksBetween(first, current) > lateWeeks) return ctx.misuse(words.tooOld(lateWeeks));
  if (weeksBetween(current, last) > MOST_WEEKS_AHEAD) return ctx.misuse(words.tooFar);
  return { departments: [...departments], weeks: read.weeks, reason: read.reason };
}

async function grant(ctx: CommandContext, request: Request, words: typeof zh): Promise<void> {
  const { reason } = request;
  if (reason === '') return ctx.misuse(words.noReason);
  if ([...reason].length > LONGEST_REASON) return ctx.misuse(words.longReason(LONGEST_REASON));
  const { excused, notOwed, submitted } = await excuseWeeks(ctx, request);
  if (excused.length === 0) return ctx.reply({ kind: 'notice', text: words.nothing });
  const lines = [
    words.granted(nameAll(ctx, excused, words), reason),
    ...(submitted.length > 0 ? [words.submitted(nameAll(ctx, submitted, words))] : []),
    ...(notOwed.length > 0 ? [words.notOwed(nameAll(ctx, notOwed, words))] : []),
    ...(await compiledLines(ctx, excused, words)),
  ];
  await ctx.reply({ kind: 'notice', text: lines.join('\n') });
  await tellAll(ctx, excused, (own, weeks) => words.toReporters(own, weeks, reason, ctx.actor.name));
}

async function cancel(ctx: CommandContext, request: Request, words: typeof zh): Promise<void> {
  const cancelled = await cancelExcuses(ctx, request);
  if (cancelled.length === 0) return ctx.reply({ kind: 'notice', text: words.none });
  const lines = [
    words.cancelled(nameAll(ctx, cancelled, words)),
    ...(await compiledLines(ctx, cancelled, words)),
  ];
  await ctx.reply({ kind: 'notice', text: lines.join('\n') });
  await tellAll(ctx, cancelled, (own, weeks) => words.cancelledToReporters(own, weeks, ctx.actor.name));
}

async function compiledLines(
  ctx: CommandContext,
  entries: readonly DepartmentWeeks[],
  words: typeof zh,
): Promise<string[]> {
  const compiled = await compiledMonths(ctx, [...new Set(entries.flatMap(({ weeks }) => weeks))]);
  return compiled.map(({ month, version }) => words.compiled(describeMonth(month), version));
}

/** Those who report for departments with the same weeks hear of them in one notice. */
async function tellAll(
  ctx: CommandContext,
  entries: readonly DepartmentWeeks[],
  text: (own: string, weeks: string) => string,
): Promise<void> {
  const spans = new Set(entries.map(({ weeks }) => describeWeeks(weeks)));
  for (const span of spans) {
    const departments = entries.filter(({ weeks }) => describeWeeks(weeks) === span);
    await tellReporters(
      ctx,
      departments.map(({ department }) => department),
      { key: `excuse:${ctx.source.messageId}:${span}`, text: (own) => text(own, span) },
    );
  }
}

function nameAll(ctx: CommandContext, entries: readonly DepartmentWeeks[], words: typeof zh): string {
  const { list } = texts(ctx.locale);
  return list(
    entries.map(({ department, weeks }) =>
      words.ofDepartment(departmentName(department, ctx.today), describeWeeks(weeks)),
    ),
  );
}

/** Everybody who is excused from this week on: a line for each department and reason. */
async function showList(ctx: CommandContext, words: typeof zh): Promise<void> {
  const excuses = await ctx.repos.excuses.since(ctx.group.id, weekOf(ctx.today));
  const departments = await ctx.repos.departments.list(ctx.group.id);
  const fields = departments.flatMap((department) => {
    const own = excuses.filter(({ departmentId }) => departmentId === department.id);
    const reasons = [...new Set(own.map(({ reason }) => reason))];
    return reasons.map((reason) => {
      const weeks = own.filter((excuse) => excuse.reason === reason).map(({ week }) => week);
      return {
        label: departmentName(department, ctx.today),
        value: words.entry(describeWeeks(weeks), reason),
      };
    });
  });
  if (fields.length === 0) return ctx.reply({ kind: 'notice', text: words.empty });
  await ctx.reply({ tone: 'info', title: words.title, blocks: [{ kind: 'fields', fields }] });
}

import { z } from 'zod';
import type { CommandContext } from '../bot/context.ts';
import { defineCommand } from '../bot/define-command.ts';
import { findDepartment, openDepartments } from '../bot/items/choose-department.ts';
import { explainRound } from '../bot/reminder/explain-round.ts';
import { readReminder } from '../bot/reminder/plan-reminder.ts';
import { reminderCard } from '../bot/reminder/reminder-card.ts';
import { sendGroupRound, sendPrivateRound, wasCalled } from '../bot/reminder/send-rounds.ts';
import { setSetting } from '../bot/settings/set-setting.ts';
import { showSetting } from '../bot/settings/setting-words.ts';
import type { GroupSettings } from '../domain/group/settings.ts';
import { parseWeek } from '../domain/period/parse-period.ts';
import { describeDay, weekOf } from '../domain/period/week.ts';
import { parsePause } from '../domain/reminder/parse-pause.ts';
import { nextRound } from '../domain/reminder/plan-rounds.ts';
import { isPausedOn, OPEN_END, ROUNDS_OF_MODE } from '../domain/reminder/reminder-mode.ts';
import { dateOf, parseDay, timeOf } from '../kernel/clock.ts';
import { UserError } from '../kernel/errors.ts';

const zh = {
  summary: '预览、发出、暂停催报',
  args: { action: '要做的事', rest: '日期、周数、方式或部门' },
  nobody: '本周没有需要提醒的部门。',
  sent: (count: number) => `已提醒 ${count} 个部门。`,
  askTitle: '本周已经提醒过一次',
  ask: (count: number) => `还有 ${count} 个部门未报。确定再提醒一次吗？`,
  again: '再提醒一次',
  pausedUntil: (day: string) => `已暂停提醒，${day}起恢复。要提前恢复，请发送 /催报 恢复。`,
  pausedOpen: '已暂停提醒，发送 /催报 恢复 后才会恢复。',
  isPausedUntil: (day: string) => `提醒已暂停，${day}起恢复。`,
  isPausedOpen: '提醒已暂停，报送日不会催报。恢复请发送 /催报 恢复。',
  pauseHow:
    '请写明暂停到哪天（当天恢复）或几周，例如：/催报 暂停 到 12月1日；/催报 暂停 2周；不写则一直暂停。',
  resumed: (next: string) => `提醒照常发出。${next}`,
  next: (day: string, time: string, where: string) => `下一次：${day}${time}${where}。`,
  where: { group: '群内', private: '私信' },
  mode: (mode: string, next: string) => `催报方式：${mode}。${next}`,
  modeHow: '请写 群内、私信 或 都要，例如：/催报 方式 群内。',
};

const en: typeof zh = {
  summary: 'Shows, sends or pauses the reminder',
  args: { action: 'what to do', rest: 'date, weeks, mode or department' },
  nobody: 'Nobody needs a reminder this week.',
  sent: (count) => `Reminded ${count} departments.`,
  askTitle: 'A reminder has gone out this week',
  ask: (count) => `${count} departments are still missing. Remind them once more?`,
  again: 'Remind again',
  pausedUntil: (day) =>
    `Reminders are paused and begin again on ${day}. Send /remind resume to begin earlier.`,
  pausedOpen: 'Reminders are paused until you send /remind resume.',
  isPausedUntil: (day) => `Reminders are paused until ${day}.`,
  isPausedOpen: 'Reminders are paused. Send /remind resume to begin again.',
  pauseHow:
    'Say on which day reminders begin again, or for how many weeks they rest: 2026-12-01, or 2 weeks.',
  resumed: (next) => `Reminders go out. ${next}`,
  next: (day, time, where) => `The next one: ${day} ${time}, ${where}.`,
  where: { group: 'in the group', private: 'in private' },
  mode: (mode, next) => `Mode: ${mode}. ${next}`,
  modeHow: 'Write group, dm or both.',
};

const args = z.discriminatedUnion('action', [
  z.strictObject({ action: z.enum(['preview', 'now', 'resume']) }),
  z.strictObject({ action: z.literal('pause'), rest: z.string().default('') }),
  z.strictObject({ action: z.enum(['mode', 'why']), rest: z.string() }),
]);

export const command = defineCommand({
  name: 'remind',
  aliases: ['催报'],
  roles: ['lead', 'admin'],
  words: { 'zh-CN': zh, en },
  shape: {
    actions: {
      preview: ['预览'],
      now: ['立即', '现在'],
      pause: ['暂停'],
      resume: ['恢复', '继续'],
      mode: ['方式'],
      why: ['为什么', '原因'],
    },
    defaultAction: 'preview',
    rest: 'rest',
  },
  args,
  examples: ['预览', '立即', '暂停 到 12月1日', '暂停 2周', '恢复', '方式 群内', '为什么 规划科'],
  async run(ctx, input, words) {
    switch (input.action) {
      case 'preview':
        return preview(ctx, words);
      case 'now':
        return remindNow(ctx, words);
      case 'pause':
        return pause(ctx, input.rest, words);
      case 'resume':
        return resume(ctx, words);
      case 'mode':
        return chooseMode(ctx, input.rest, words);
      case 'why':
        return explain(ctx, input.rest);
    }
  },
  clicks: {
    again: {
      roles: ['lead', 'admin'],
      async run(ctx, data, words) {
        if (data.week !== weekOf(ctx.today)) return { tone: 'warning', notice: words.nobody };
        const count = await send(ctx, weekOf(ctx.today));
        const notice = count === 0 ? words.nobody : words.sent(count);
        // Without its button: a second press would say so again, and send nothing.
        return { tone: 'success', notice, card: { tone: 'neutral', title: notice, blocks: [] } };
      },
    },
  },
});

async function preview(ctx: CommandContext, words: typeof zh): Promise<void> {
  const reminder = await readReminder(ctx, weekOf(ctx.today));
  const paused = describePause(ctx, words);
  if (reminder.missing.length === 0) {
    return ctx.reply({ kind: 'notice', text: [words.nobody, ...paused].join('\n') });
  }
  const card = reminderCard(ctx, reminder, { preview: true, quietly: true });
  const notes = paused.map((text) => ({ kind: 'text', text }) as const);
  await ctx.reply({ ...card, blocks: [...notes, ...card.blocks] });
}

function describePause(ctx: CommandContext, words: typeof zh): readonly string[] {
  const { reminders } = ctx.group.settings;
  if (!isPausedOn(reminders, ctx.today)) return [];
  const { pausedUntil = OPEN_END } = reminders;
  return [pausedUntil === OPEN_END ? words.isPausedOpen : words.isPausedUntil(dayOf(pausedUntil))];
}

async function remindNow(ctx: CommandContext, words: typeof zh): Promise<void> {
  const week = weekOf(ctx.today);
  const count = (await readReminder(ctx, week)).missing.length;
  if (count === 0) return ctx.reply({ kind: 'notice', text: words.nobody });
  if (await wasCalled(ctx, week)) return ask(ctx, week, { count, words });
  await send(ctx, week);
  // In the group the card itself is the answer.
  if (ctx.source.private || isPrivate(ctx)) await ctx.reply({ kind: 'notice', text: words.sent(count) });
}

async function pause(ctx: CommandContext, typed: string, words: typeof zh): Promise<void> {
  const end = parsePause(typed, ctx.today);
  if (end === undefined) return ctx.misuse(words.pauseHow);
  await setSetting(ctx, 'pause', end === OPEN_END ? 'on' : end);
  const text = end === OPEN_END ? words.pausedOpen : words.pausedUntil(dayOf(end));
  await ctx.reply({ kind: 'notice', text });
}

async function resume(ctx: CommandContext, words: typeof zh): Promise<void> {
  await setSetting(ctx, 'pause', 'off');
  await ctx.reply({ kind: 'notice', text: words.resumed(describeNext(ctx, ctx.group.settings, words)) });
}

async function chooseMode(ctx: CommandContext, typed: string, words: typeof zh): Promise<void> {
  const changed = await setSetting(ctx, 'remindMode', typed);
  if (!changed.ok) return ctx.misuse(words.modeHow);
  const mode = showSetting(ctx, changed.settings, 'remindMode');
  await ctx.reply({
    kind: 'notice',
    text: words.mode(mode, describeNext(ctx, changed.settings, words)),
  });
}

/** `规划科`, or `规划科 上周`. */
async function explain(ctx: CommandContext, typed: string): Promise<void> {
  const [name = '', period] = typed.trim().split(/\s+/u);
  const week = period === undefined ? weekOf(ctx.today) : parseWeek(period, ctx.today);
  if (week === undefined) throw new UserError('period.unknown', { text: period ?? '' });
  const department = findDepartment(await openDepartments(ctx), name, ctx);
  await ctx.reply({ kind: 'notice', text: await explainRound(ctx, department, week) });
}

/** When and where the next round goes out. Without one, nothing: the group has not been switched on, or nobody owes. */
function describeNext(ctx: CommandContext, { reminders }: GroupSettings, words: typeof zh): string {
  if (ctx.group.enabledAt === undefined) return '';
  const { now, calendar } = ctx;
  const next = nextRound({ now, calendar, reminders, rounds: ROUNDS_OF_MODE[reminders.mode] });
  if (next === undefined) return '';
  return words.next(describeDay(dateOf(next.dueAt)), timeOf(next.dueAt), words.where[next.round]);
}

function dayOf(date: string): string {
  return describeDay(parseDay(date));
}

async function ask(
  ctx: CommandContext,
  week: string,
  { count, words }: { count: number; words: typeof zh },
): Promise<void> {
  await ctx.reply({
    tone: 'warning',
    title: words.askTitle,
    blocks: [
      { kind: 'text', text: words.ask(count) },
      {
        kind: 'buttons',
        buttons: [
          {
            label: words.again,
            style: 'primary',
            action: 'remind.again',
            data: { group: ctx.group.id, week },
          },
        ],
      },
    ],
  });
}

async function send(ctx: CommandContext, week: string): Promise<number> {
  await ctx.audit('remind.now', { week });
  const round = { week, key: `${week}:manual:${ctx.source.messageId}`, kind: 'manual' } as const;
  if (isPrivate(ctx)) return sendPrivateRound(ctx, round);
  const replyTo = ctx.source.private ? {} : { replyTo: ctx.source.messageId };
  return sendGroupRound(ctx, { ...round, ...replyTo, quietly: false });
}

/** A group that is reminded in private alone names nobody in the group, by hand either. */
function isPrivate({ group }: CommandContext): boolean {
  return !ROUNDS_OF_MODE[group.settings.reminders.mode].includes('group');
}

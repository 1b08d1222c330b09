import { z } from 'zod';
import type { CommandContext } from '../bot/context.ts';
import { defineCommand } from '../bot/define-command.ts';
import { readWeekDuty } from '../bot/duty/read-duty.ts';
import { chooseDepartment } from '../bot/items/choose-department.ts';
import { readReminder } from '../bot/reminder/plan-reminder.ts';
import { missingOf, privateCard } from '../bot/reminder/private-card.ts';
import { type Department, departmentName } from '../domain/department/department.ts';
import type { Card, ClickAnswer } from '../domain/message/card.ts';
import { monthOf } from '../domain/period/month.ts';
import { parseMonth, parseWeek } from '../domain/period/parse-period.ts';
import { classifySubmission } from '../domain/period/submission-period.ts';
import { describeWeek, weekOf } from '../domain/period/week.ts';
import { toStamp } from '../kernel/clock.ts';
import { UserError } from '../kernel/errors.ts';
import { texts } from '../kernel/text/texts.ts';

const zh = {
  title: '本周零报告已登记',
  summary: '本周没有信息可报（零报告）',
  args: { reason: '原因' },
  done: (department: string, days: string, reason: string) =>
    `已登记：${department}本周（${days}）零报告${reason === '' ? '' : `，说明：${reason}`}。有新信息随时可以再报送。`,
  noMore: (department: string, days: string, sent: number, reason: string) =>
    `已登记：${department}本周（${days}）已报 ${sent} 条，没有其他信息${reason === '' ? '' : `，说明：${reason}`}。`,
  excused: '本周已登记免报，进度和报告按免报计。',
  hasItem: (department: string, days: string) => `${department}本周（${days}）已有报送的信息，无需零报告。`,
};

const en: typeof zh = {
  title: 'Nil report recorded',
  summary: 'Declares that there is nothing to report this week',
  args: { reason: 'reason' },
  done: (department, days, reason) =>
    `Recorded: nil report of ${department} for this week (${days})${reason === '' ? '' : `: ${reason}`}.`,
  noMore: (department, days, sent, reason) =>
    `Recorded: ${department} has sent ${sent} this week (${days}) and has nothing more${reason === '' ? '' : `: ${reason}`}.`,
  excused: 'The week is excused, and counts as that.',
  hasItem: (department, days) =>
    `${department} has sent an item this week (${days}); no nil report is needed.`,
};

export const command = defineCommand({
  name: 'nil',
  aliases: ['本周无', '零报告'],
  roles: ['correspondent'],
  refusal: 'department.none',
  words: { 'zh-CN': zh, en },
  shape: { rest: 'reason' },
  nameAlone: true,
  args: z.strictObject({ reason: z.string().default('') }),
  examples: ['', '本周集中开展业务培训'],
  async run(ctx, { reason }, words) {
    const { department, text } = await chooseDepartment(ctx, reason);
    refuseOtherPeriod(ctx, text);
    await ctx.reply({ kind: 'notice', text: await declare(ctx, { department, reason: text.trim(), words }) });
  },
  clicks: {
    declare: {
      roles: ['correspondent'],
      run: declareByButton,
    },
  },
});

/** Stores the nil report of the week that runs; what to say to that. */
async function declare(
  ctx: CommandContext,
  { department, reason, words }: { department: Department; reason: string; words: typeof zh },
): Promise<string> {
  const { dueTime, graceMinutes } = ctx.group.settings.reminders;
  const { week, late } = classifySubmission({
    sentAt: ctx.source.sentAt,
    calendar: ctx.calendar,
    dueTime,
    graceMinutes,
  });
  const name = departmentName(department, ctx.today);
  const days = describeWeek(week);
  const duty = await readWeekDuty(ctx, week);
  const own = duty.answers.find((entry) => entry.department.id === department.id);
  if (own?.answer === 'submitted' || own?.answer === 'late') return words.hasItem(name, days);
  const at = toStamp(ctx.source.sentAt);
  const nil = { departmentId: department.id, week, reason, personId: ctx.actor.id, at, late };
  await ctx.repos.nils.put(ctx.group.id, nil, ctx.source.messageId);
  const sent = own?.sent ?? 0;
  if (sent > 0) return words.noMore(name, days, sent, reason);
  return words.done(name, days, reason) + (own?.answer === 'excused' ? words.excused : '');
}

/** On the private reminder: of one department, on a card that may name several. */
async function declareByButton(
  ctx: CommandContext,
  data: Readonly<Record<string, string>>,
  words: typeof zh,
): Promise<ClickAnswer> {
  const department = ctx.actor.departments.find(({ id }) => id === data.department);
  if (department === undefined || data.week !== weekOf(ctx.today)) {
    return { tone: 'warning', notice: texts(ctx.locale).click.outdated };
  }
  const text = await declare(ctx, { department, reason: '', words });
  const reminder = await readReminder(ctx, data.week);
  const left = missingOf(reminder, ctx.actor.id);
  const done: Card = { tone: 'success', title: words.title, blocks: [{ kind: 'text', text }] };
  return { tone: 'success', notice: text, card: left.length > 0 ? privateCard(ctx, reminder, left) : done };
}

/** `/本周无 上周` means a week that it would not be stored for. */
function refuseOtherPeriod(ctx: CommandContext, text: string): void {
  const [word = ''] = text.trim().split(/\s/u, 1);
  const month = parseMonth(word, ctx.today) ?? monthOf(ctx.today);
  const week = parseWeek(word, ctx.today) ?? weekOf(ctx.today);
  if (month === monthOf(ctx.today) && week === weekOf(ctx.today)) return;
  throw new UserError('nil.week', { text: word });
}

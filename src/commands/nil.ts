import { z } from 'zod';
import type { CommandContext } from '../bot/context.ts';
import { defineCommand } from '../bot/define-command.ts';
import { readWeekDuty } from '../bot/duty/read-duty.ts';
import { chooseDepartment } from '../bot/items/choose-department.ts';
import { departmentName } from '../domain/department/department.ts';
import { monthOf } from '../domain/period/month.ts';
import { parseMonth, parseWeek } from '../domain/period/parse-period.ts';
import { classifySubmission } from '../domain/period/submission-period.ts';
import { describeWeek, weekOf } from '../domain/period/week.ts';
import { toStamp } from '../kernel/clock.ts';
import { UserError } from '../kernel/errors.ts';

const zh = {
  summary: '本周没有信息可报（零报告）',
  args: { reason: '原因' },
  done: (department: string, days: string, reason: string) =>
    `已登记：${department}本周（${days}）零报告${reason === '' ? '' : `，说明：${reason}`}。有新信息随时可以再报送。`,
  noMore: (department: string, days: string, sent: number, reason: string) =>
    `已登记：${department}本周（${days}）已报 ${sent} 条，没有其他信息${reason === '' ? '' : `，说明：${reason}`}。`,
  hasItem: (department: string, days: string) => `${department}本周（${days}）已有报送的信息，无需零报告。`,
};

const en: typeof zh = {
  summary: 'Declares that there is nothing to report this week',
  args: { reason: 'reason' },
  done: (department, days, reason) =>
    `Recorded: nil report of ${department} for this week (${days})${reason === '' ? '' : `: ${reason}`}.`,
  noMore: (department, days, sent, reason) =>
    `Recorded: ${department} has sent ${sent} this week (${days}) and has nothing more${reason === '' ? '' : `: ${reason}`}.`,
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
    const { dueTime, graceMinutes } = ctx.group.settings.reminders;
    const { week, late } = classifySubmission({
      sentAt: ctx.source.sentAt,
      calendar: ctx.calendar,
      dueTime,
      graceMinutes,
    });
    const name = departmentName(department, ctx.today);
    const duty = await readWeekDuty(ctx, week);
    const own = duty.answers.find((entry) => entry.department.id === department.id);
    if (own?.answer === 'submitted' || own?.answer === 'late') {
      return ctx.reply({ kind: 'notice', text: words.hasItem(name, describeWeek(week)) });
    }
    const at = toStamp(ctx.source.sentAt);
    const nil = { departmentId: department.id, week, reason: text.trim(), personId: ctx.actor.id, at, late };
    await ctx.repos.nils.put(ctx.group.id, nil, ctx.source.messageId);
    const sent = own?.sent ?? 0;
    const days = describeWeek(week);
    const done = sent > 0 ? words.noMore(name, days, sent, nil.reason) : words.done(name, days, nil.reason);
    await ctx.reply({ kind: 'notice', text: done });
  },
});

/** `/本周无 上周` means a week that it would not be stored for. */
function refuseOtherPeriod(ctx: CommandContext, text: string): void {
  const [word = ''] = text.trim().split(/\s/u, 1);
  const month = parseMonth(word, ctx.today) ?? monthOf(ctx.today);
  const week = parseWeek(word, ctx.today) ?? weekOf(ctx.today);
  if (month === monthOf(ctx.today) && week === weekOf(ctx.today)) return;
  throw new UserError('nil.week', { text: word });
}

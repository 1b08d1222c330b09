import { tellDepartments } from '../bot/commission/ask-departments.ts';
import { commissionLine, commissionState } from '../bot/commission/commission-card.ts';
import type { WorkContext } from '../bot/context.ts';
import { dueToday, quietToday } from '../bot/daily-moment.ts';
import { defineSchedule } from '../bot/define-schedule.ts';
import { tellLead } from '../bot/reminder/plan-reminder.ts';
import { type Commission, commissionRef, openDepartmentsOf } from '../domain/commission/commission.ts';
import type { Department } from '../domain/department/department.ts';
import { toStamp } from '../kernel/clock.ts';
import type { Words } from '../kernel/text/texts.ts';

const words: Words<{
  remind: (lines: readonly string[], ref: string) => string;
  over: (lines: readonly string[]) => string;
}> = {
  'zh-CN': {
    remind: (lines, ref) =>
      `以下约稿还没有收到您部门的稿件：\n${lines.join('\n')}\n报送时加一行“约稿：${ref}”，或回复约稿卡片发送 /报送。`,
    over: (lines) => `已截止的约稿：\n${lines.join('\n')}`,
  },
  en: {
    remind: (lines) =>
      `Nothing has come from your department yet for:\n${lines.join('\n')}\nReply to the card with /submit title|text.`,
    over: (lines) => `Past their due date:\n${lines.join('\n')}`,
  },
};

/** After a stop the lead still hears of what has become due in so many days. */
const LOOK_BACK_DAYS = 7;

/**
 * Once on each working day: who owes a text that is due today, or before the next working day is over, is reminded in
 * private, and the lead hears what has become of those past their day.
 */
export const schedule = defineSchedule({
  name: 'commission-due',
  cron: '*/5 * * * *',
  due: (ctx) => dueToday(ctx, ctx.group.settings.rhythms.commissions),
  quietUntil: (ctx) => quietToday(ctx, ctx.group.settings.rhythms.commissions),
  async run(ctx) {
    const departments = await ctx.repos.departments.list(ctx.group.id);
    const reminded = await remindDepartments(ctx, departments);
    const told = await tellOfPast(ctx, departments);
    return `reminded ${reminded}, told the lead of ${told}`;
  },
});

/** One message for a department, whatever it owes; whoever reports for several gets one for each. */
async function remindDepartments(ctx: WorkContext, departments: readonly Department[]): Promise<number> {
  const today = ctx.today.toString();
  const soon = await ctx.repos.commissions.dueFrom(
    ctx.group.id,
    today,
    ctx.calendar.nextWorkday(ctx.today).toString(),
  );
  let reminded = 0;
  for (const department of departments) {
    const owed = soon.filter((commission) => openDepartmentsOf(commission).includes(department.id));
    const [first] = owed;
    if (first === undefined) continue;
    const lines = owed.map((commission) => commissionLine(ctx.locale, commission));
    await tellDepartments(ctx, [department], {
      key: `commission-due:${today}:${department.id}`,
      text: words[ctx.locale].remind(lines, commissionRef(first)),
    });
    reminded += 1;
  }
  return reminded;
}

async function tellOfPast(ctx: WorkContext, departments: readonly Department[]): Promise<number> {
  const { group, today, locale, repos } = ctx;
  const from = today.subtract({ days: LOOK_BACK_DAYS }).toString();
  const past = await repos.commissions.dueFrom(group.id, from, today.subtract({ days: 1 }).toString());
  const news: Commission[] = [];
  for (const commission of past) {
    const mark = { schedule: 'commission-over', groupId: group.id, due: commissionRef(commission) };
    if (await repos.records.fire({ ...mark, at: toStamp(ctx.now), outcome: '' })) news.push(commission);
  }
  if (news.length === 0) return 0;
  const lines = news.map(
    (one) => `${commissionLine(locale, one)}：${commissionState(ctx, one, departments)}`,
  );
  await tellLead(ctx, {
    key: `commission-over:${group.id}:${today.toString()}`,
    text: words[locale].over(lines),
  });
  return news.length;
}

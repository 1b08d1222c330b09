import { defineSchedule } from '../bot/define-schedule.ts';
import { dueAfterPeriod, quietAfterPeriods } from '../bot/due-after-period.ts';
import { findHolders } from '../bot/find-holders.ts';
import { draftOffer } from '../bot/report/draft-offer.ts';
import { sendPrivately } from '../bot/send-privately.ts';
import { addMonths, firstDay, lastDay, monthOf } from '../domain/period/month.ts';
import { instantAt } from '../kernel/clock.ts';

/** On a month's first working day the leads are offered the draft of the last one, unless somebody has made it. */
export const schedule = defineSchedule({
  name: 'month-draft',
  cron: '*/5 * * * *',
  due(ctx) {
    const month = addMonths(monthOf(ctx.today), -1);
    const { monthDraft: time } = ctx.group.settings.rhythms;
    return dueAfterPeriod(ctx, { key: month, lastDay: lastDay(month), time });
  },
  quietUntil(ctx) {
    const month = monthOf(ctx.today);
    return quietAfterPeriods(ctx, {
      lastDays: [lastDay(addMonths(month, -1))],
      time: ctx.group.settings.rhythms.monthDraft,
      atLatest: instantAt(firstDay(addMonths(month, 1)), '00:00'),
    });
  },
  async run(ctx, { key: month }) {
    if ((await ctx.repos.reports.latest(ctx.group.id, month)) !== undefined) return 'compiled already';
    const leads = await findHolders(ctx, 'lead');
    await sendPrivately(ctx, leads, {
      key: `month-draft:${ctx.group.id}:${month}`,
      message: { kind: 'card', card: await draftOffer(ctx, month) },
    });
    return `offered to ${leads.length}`;
  },
});

import { defineSchedule } from '../bot/define-schedule.ts';
import { dueAfterPeriod, quietAfterPeriods } from '../bot/due-after-period.ts';
import { findHolders } from '../bot/find-holders.ts';
import { circularOffer } from '../bot/report/circular-offer.ts';
import { sendPrivately } from '../bot/send-privately.ts';
import { addMonths, firstDay, monthOf } from '../domain/period/month.ts';
import { quarterOf, spanDays } from '../domain/period/span.ts';
import { instantAt } from '../kernel/clock.ts';

/** On a quarter's first working day the leads are offered the last one's circular, unless somebody has made it. */
export const schedule = defineSchedule({
  name: 'quarter-circular',
  cron: '*/5 * * * *',
  due(ctx) {
    const quarter = quarterOf(addMonths(monthOf(ctx.today), -3));
    const { quarterCircular: time } = ctx.group.settings.rhythms;
    return dueAfterPeriod(ctx, { key: quarter, lastDay: spanDays(quarter).last, time });
  },
  quietUntil(ctx) {
    const month = monthOf(ctx.today);
    return quietAfterPeriods(ctx, {
      lastDays: [spanDays(quarterOf(addMonths(month, -3))).last],
      time: ctx.group.settings.rhythms.quarterCircular,
      atLatest: instantAt(firstDay(addMonths(month, 1)), '00:00'),
    });
  },
  async run(ctx, { key: quarter }) {
    if ((await ctx.repos.reports.latestCircular(ctx.group.id, quarter)) !== undefined) return 'made already';
    const leads = await findHolders(ctx, 'lead');
    await sendPrivately(ctx, leads, {
      key: `quarter-circular:${ctx.group.id}:${quarter}`,
      message: { kind: 'card', card: circularOffer(ctx, quarter) },
    });
    return `offered to ${leads.length}`;
  },
});

import { missingYear } from '../bot/calendar/missing-year.ts';
import type { WorkContext } from '../bot/context.ts';
import { type DueMoment, defineSchedule } from '../bot/define-schedule.ts';
import { dueAfterPeriod } from '../bot/due-after-period.ts';
import { quietUntilOpening } from '../bot/quiet-until-opening.ts';
import { sendPrivately } from '../bot/send-privately.ts';
import { addMonths, firstDay, lastDay, monthOf } from '../domain/period/month.ts';
import { instantAt } from '../kernel/clock.ts';

/** A year whose holidays are not known, and how near it is. */
interface MissingYear extends DueMoment {
  readonly year: number;
}

/**
 * The State Council gives out the next year's plan in October or November. While a group's calendar does not know it,
 * its leads are told on the first working day of November and of December, and once in the year itself.
 */
export const schedule = defineSchedule<MissingYear>({
  name: 'missing-calendar',
  cron: '*/10 * * * *',
  due: (ctx) => [...yearReached(ctx), ...yearToCome(ctx)],
  quietUntil(ctx) {
    const { calendar, today } = ctx;
    const { month, year } = today;
    const isAllKnown = calendar.isKnownYear(year) && (month < 11 || calendar.isKnownYear(year + 1));
    if (isAllKnown) return instantAt(firstDay(addMonths(monthOf(today), 1)), '00:00');
    return quietUntilOpening(ctx);
  },
  async run(ctx, { year, key }) {
    const leads = await ctx.repos.people.leads(ctx.group.id);
    await sendPrivately(ctx, leads, {
      key: `missing-calendar:${ctx.group.id}:${key}`,
      message: { kind: 'notice', text: missingYear(ctx, year) },
    });
    return `told ${leads.length}`;
  },
});

function yearToCome(ctx: WorkContext): readonly MissingYear[] {
  const { month, year: thisYear } = ctx.today;
  const year = thisYear + 1;
  if (month < 11 || ctx.calendar.isKnownYear(year)) return [];
  const before = lastDay(`${thisYear}-${month - 1}`);
  const time = ctx.group.settings.workingHours.from;
  return dueAfterPeriod(ctx, { key: `${year}:${month}`, lastDay: before, time }).map((moment) => ({
    ...moment,
    year,
  }));
}

function yearReached({ calendar, group, now, today }: WorkContext): readonly MissingYear[] {
  const { year } = today;
  if (calendar.isKnownYear(year) || !calendar.isWorkday(today)) return [];
  const dueAt = instantAt(today, group.settings.workingHours.from);
  return now.epochMilliseconds < dueAt.epochMilliseconds ? [] : [{ key: `${year}:reached`, dueAt, year }];
}

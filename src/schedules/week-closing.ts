import type { WorkContext } from '../bot/context.ts';
import { defineSchedule } from '../bot/define-schedule.ts';
import { dueAfterPeriod, quietAfterPeriods } from '../bot/due-after-period.ts';
import { closingCard, pausedLine } from '../bot/reminder/closing-card.ts';
import { sendPrivately } from '../bot/send-privately.ts';
import type { OutgoingMessage } from '../domain/message/outgoing.ts';
import { addWeeks, dutyDay, weekOf } from '../domain/period/week.ts';
import { isPausedOn } from '../domain/reminder/reminder-mode.ts';

/** A week's duty day may lie so many weeks before the next working day, with a long holiday between them. */
const WEEKS_BACK = [0, -1, -2];

/** What the record says of a week whose closing line told of the pause; looked for so far back before it is told again. */
const TOLD_OF_PAUSE = 'told of the pause';
const PAUSE_TOLD_AGAIN_WEEKS = 4;

/** On the working day after a duty day the leads are told on one card how the week came out. */
export const schedule = defineSchedule({
  name: 'week-closing',
  cron: '* * * * *',
  due(ctx) {
    const { weekClosing: time } = ctx.group.settings.rhythms;
    const moments = WEEKS_BACK.flatMap((back) => {
      const week = addWeeks(weekOf(ctx.today), back);
      const lastDay = dutyDay(week, ctx.calendar);
      return lastDay === undefined ? [] : dueAfterPeriod(ctx, { key: week, lastDay, time });
    });
    // Of several that were missed only the latest is of use.
    return moments.slice(0, 1);
  },
  quietUntil(ctx) {
    const { weekClosing: time } = ctx.group.settings.rhythms;
    const weeks = [...WEEKS_BACK, 1].map((ahead) => addWeeks(weekOf(ctx.today), ahead));
    const lastDays = weeks.flatMap((week) => dutyDay(week, ctx.calendar) ?? []);
    return quietAfterPeriods(ctx, { lastDays, time, atLatest: ctx.now.add({ hours: 6 * 24 }) });
  },
  async run(ctx, { key: week }) {
    const days = [ctx.today, dutyDay(week, ctx.calendar)];
    const { reminders } = ctx.group.settings;
    const isPaused = days.some((day) => day !== undefined && isPausedOn(reminders, day));
    if (isPaused && (await wasToldOfPause(ctx, week))) return 'paused';
    const message: OutgoingMessage = isPaused
      ? { kind: 'notice', text: pausedLine(ctx, week) }
      : { kind: 'card', card: await closingCard(ctx, week) };
    const leads = await ctx.repos.people.leads(ctx.group.id);
    await sendPrivately(ctx, leads, { key: `week-closing:${ctx.group.id}:${week}`, message });
    return isPaused ? TOLD_OF_PAUSE : 'told the lead';
  },
});

/** A pause is told of once, and again where it may have been forgotten. */
async function wasToldOfPause(ctx: WorkContext, week: string): Promise<boolean> {
  for (let back = 1; back < PAUSE_TOLD_AGAIN_WEEKS; back += 1) {
    const outcome = await ctx.repos.records.outcome('week-closing', ctx.group.id, addWeeks(week, -back));
    if (outcome === TOLD_OF_PAUSE) return true;
    // A line about a week without a pause lies between: this is another pause.
    if (outcome !== undefined && outcome !== 'paused') return false;
  }
  return false;
}

import type { WorkContext } from '../bot/context.ts';
import { type DueMoment, defineSchedule } from '../bot/define-schedule.ts';
import { tellLead } from '../bot/reminder/plan-reminder.ts';
import {
  type RoundDraft,
  sendGroupRound,
  sendPrivateRound,
  skipRound,
  wasCalled,
} from '../bot/reminder/send-rounds.ts';
import { describeWeek } from '../domain/period/week.ts';
import { nextRound, type PlannedRound, planRounds } from '../domain/reminder/plan-rounds.ts';
import { isPausedOn, ROUNDS_OF_MODE } from '../domain/reminder/reminder-mode.ts';
import { dateOf, fromStamp, instantAt } from '../kernel/clock.ts';
import type { Words } from '../kernel/text/texts.ts';

const words: Words<{ missed: (days: string, week: string, isPrivate: boolean) => string }> = {
  'zh-CN': {
    missed: (days, week, isPrivate) =>
      `${days}这一周的${isPrivate ? '私信' : ''}提醒因机器人停机没有发出。发送 /进度 ${week} 可查看哪些部门未报。`,
  },
  en: {
    missed: (days, week, isPrivate) =>
      `The ${isPrivate ? 'private ' : ''}reminder of the week ${days} was missed while the bot was down. Send /status ${week} to see who is missing.`,
  },
};

/** Missed rounds are looked for this far back; the longest holiday with the weeks around it fits in. */
const LOOK_BACK_HOURS = 15 * 24;

/** The rounds of the duty day: a card in the group in the morning, private messages in the afternoon. */
export const schedule = defineSchedule<DueMoment & PlannedRound>({
  name: 'reminder',
  cron: '* * * * *',
  due(ctx) {
    const { enabledAt, settings } = ctx.group;
    if (enabledAt === undefined) return [];
    const back = ctx.now.subtract({ hours: LOOK_BACK_HOURS });
    const enabled = fromStamp(enabledAt);
    return planRounds({
      now: ctx.now,
      from: back.epochMilliseconds > enabled.epochMilliseconds ? back : enabled,
      reminders: settings.reminders,
      calendar: ctx.calendar,
      workingHours: settings.workingHours,
      rounds: ROUNDS_OF_MODE[settings.reminders.mode],
    }).map((round) => ({ ...round, key: `${round.week}:${round.round}` }));
  },
  quietUntil({ now, calendar, group }) {
    const { reminders } = group.settings;
    return nextRound({ now, calendar, reminders, rounds: ROUNDS_OF_MODE[reminders.mode] })?.dueAt;
  },
  async run(ctx, { key, week, round: kind, dueAt, decision }) {
    const { workingHours, reminders } = ctx.group.settings;
    const round: RoundDraft = { key, week, kind, usefulUntil: instantAt(dateOf(dueAt), workingHours.to) };
    if (isPausedOn(reminders, dateOf(dueAt))) return skip(ctx, round, 'paused');
    if (decision === 'drop') return skip(ctx, round, 'replaced');
    if (decision === 'tell-lead') return tellMissed(ctx, round);
    if (kind === 'private') return `wrote to ${await sendPrivateRound(ctx, round)}`;
    const quietly = await wasCalled(ctx, week);
    return `named ${await sendGroupRound(ctx, { ...round, quietly })}`;
  },
});

async function skip(ctx: WorkContext, round: RoundDraft, outcome: 'paused' | 'replaced'): Promise<string> {
  await skipRound(ctx, round, outcome);
  return outcome;
}

async function tellMissed(ctx: WorkContext, round: RoundDraft): Promise<string> {
  if ((await skipRound(ctx, round, 'missed')) === 0) return 'nobody was missing';
  // Where the group has had its card, only the private messages are missing.
  const isPrivate = await wasCalled(ctx, round.week);
  await tellLead(ctx, {
    key: `missed:${ctx.group.id}:${round.week}`,
    text: words[ctx.locale].missed(describeWeek(round.week), round.week, isPrivate),
  });
  return 'told the lead';
}

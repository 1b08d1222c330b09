import { workingWindow } from '../domain/calendar/working-hours.ts';
import { fromStamp, type Instant } from '../kernel/clock.ts';
import { texts, type Words } from '../kernel/text/texts.ts';
import type { Draft } from '../store/draft.ts';
import type { WorkContext } from './context.ts';
import { tellLead } from './reminder/plan-reminder.ts';
import { isPutOff } from './reminder/put-off.ts';
import { describeDraft } from './report-dead.ts';

const words: Words<{ expired: (what: string) => string; times: (what: string, count: number) => string }> = {
  'zh-CN': {
    expired: (what) => `以下消息没能在当天工作时间内送出，已过时效，不再补发：${what}。`,
    times: (what, count) => `${what}（${count} 份）`,
  },
  en: {
    expired: (what) =>
      `These messages could not be sent within working hours and no longer make sense: ${what}.`,
    times: (what, count) => `${what} (${count} times)`,
  },
};

/**
 * What the group was to be sent within working hours and nobody got, because the platform was down: it waits for the next
 * working hours, or, if it is of no use by then, is dropped, and the leads are told once.
 */
export async function settleOverdue(ctx: WorkContext): Promise<void> {
  const overdue = await ctx.repos.outbox.overdue(ctx.group.id);
  const window = workingWindow(ctx.now, ctx.calendar, ctx.group.settings.workingHours);
  const expired = overdue.filter(({ usefulUntil }) => isOver(usefulUntil, window.from));
  for (const draft of overdue) {
    if (expired.includes(draft)) await ctx.repos.outbox.takeBack(draft, 'its time was over');
    else await ctx.repos.outbox.postpone(draft, window);
  }
  const missed = expired.filter(({ key }) => !isPutOff(key));
  if (missed.length === 0) return;
  await tellLead(ctx, {
    key: `expired:${ctx.group.id}:${ctx.today.toString()}`,
    text: words[ctx.locale].expired(describeAll(ctx, missed)),
  });
}

function isOver(usefulUntil: string | undefined, from: Instant): boolean {
  return usefulUntil !== undefined && fromStamp(usefulUntil).epochMilliseconds <= from.epochMilliseconds;
}

/** The same message to many people is named once. */
function describeAll({ locale }: WorkContext, drafts: readonly Draft[]): string {
  const counts = new Map<string, number>();
  for (const draft of drafts) {
    const what = describeDraft(draft, locale);
    counts.set(what, (counts.get(what) ?? 0) + 1);
  }
  const { times } = words[locale];
  return texts(locale).list([...counts].map(([what, count]) => (count > 1 ? times(what, count) : what)));
}

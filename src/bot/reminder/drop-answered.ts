import { weekOf } from '../../domain/period/week.ts';
import type { WorkContext } from '../context.ts';
import { readReminder } from './plan-reminder.ts';
import { missingOf } from './private-card.ts';
import { putOffPrefix } from './put-off.ts';
import { privatePrefix } from './send-rounds.ts';

/**
 * Takes back private reminders of this week that are not out yet, put off or held up by the platform, of those who have
 * nothing missing any more.
 */
export async function dropAnswered(ctx: WorkContext): Promise<void> {
  const week = weekOf(ctx.today);
  for (const prefix of [putOffPrefix(ctx, week), privatePrefix(ctx, `${week}:private`)]) {
    const waiting = await ctx.repos.outbox.waiting(prefix);
    if (waiting.length === 0) continue;
    const reminder = await readReminder(ctx, week);
    for (const draft of waiting) {
      const [personId = ''] = draft.key.slice(prefix.length).split(':');
      if (missingOf(reminder, personId).length === 0)
        await ctx.repos.outbox.takeBack(draft, 'answered meanwhile');
    }
  }
}

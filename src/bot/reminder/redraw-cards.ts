import type { Card } from '../../domain/message/card.ts';
import { toStamp } from '../../kernel/clock.ts';
import { derivedId } from '../../kernel/ids.ts';
import type { WorkContext } from '../context.ts';
import { type Reminder, readReminder } from './plan-reminder.ts';
import { reminderCard } from './reminder-card.ts';

/** The platform lets a card be redrawn for so long. */
const CARD_LIFE_HOURS = 14 * 24;

/** Brings the reminder cards in the group up to what has been sent in. Names without @: nobody is to be called again. */
export async function redrawCards(ctx: WorkContext): Promise<void> {
  const since = toStamp(ctx.now.subtract({ hours: CARD_LIFE_HOURS }));
  const rounds = await ctx.repos.rounds.withCard(ctx.group.id, since);
  const drawn = new Map<string, Card>();
  for (const { groupId, key, week, card } of rounds) {
    const now = drawn.get(week) ?? quietCard(ctx, await readReminder(ctx, week));
    drawn.set(week, now);
    if (card === undefined || card.digest === digestOf(now)) continue;
    if (now.tone === 'success') await dropWaiting(ctx, card.key);
    await ctx.repos.outbox.redraw(card.key, now);
    await ctx.repos.rounds.setDigest({ groupId, key }, digestOf(now));
  }
}

/** A card that is not out yet, the platform being down, names nobody once all have answered: it is not needed. */
async function dropWaiting({ repos }: WorkContext, key: string): Promise<void> {
  for (const draft of await repos.outbox.waiting(key)) {
    if (draft.key === key) await repos.outbox.takeBack(draft, 'all have answered');
  }
}

/** What a card of this reminder says, whoever it mentions. */
export function cardDigest(ctx: WorkContext, reminder: Reminder): string {
  return digestOf(quietCard(ctx, reminder));
}

function quietCard(ctx: WorkContext, reminder: Reminder): Card {
  return reminderCard(ctx, reminder, { preview: false, quietly: true });
}

function digestOf(card: Card): string {
  return derivedId(JSON.stringify(card));
}

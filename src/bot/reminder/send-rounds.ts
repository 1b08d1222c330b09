import type { RoundOutcome, RoundRecord } from '../../domain/reminder/round-record.ts';
import { type Instant, toStamp } from '../../kernel/clock.ts';
import { texts } from '../../kernel/text/texts.ts';
import type { WorkContext } from '../context.ts';
import { findAnswers } from './find-answers.ts';
import { type Reminder, readReminder, tellLead } from './plan-reminder.ts';
import { missingOf, privateCard } from './private-card.ts';
import { cardDigest } from './redraw-cards.ts';
import { reminderCard } from './reminder-card.ts';

/** Whether a card in the group has called people for a week already, by a round or because a person asked for it. */
export async function wasCalled(ctx: WorkContext, week: string): Promise<boolean> {
  const rounds = await ctx.repos.rounds.ofWeek(ctx.group.id, week);
  return rounds.some(({ kind, outcome }) => kind !== 'private' && outcome === 'sent');
}

/** A round that is to go out. Its messages are not sent any more from `usefulUntil` on. */
export interface RoundDraft extends Pick<RoundRecord, 'key' | 'week' | 'kind'> {
  readonly usefulUntil?: Instant;
}

/**
 * Plans the group card; says how many departments it names. None missing: nothing is sent. `quietly`: names without @,
 * since nobody is called twice a week unless a person asks for it. `replyTo`: the message that asked for it.
 */
export async function sendGroupRound(
  ctx: WorkContext,
  { quietly, replyTo, ...round }: RoundDraft & { quietly: boolean; replyTo?: string },
): Promise<number> {
  const reminder = await readReminder(ctx, round.week);
  const count = reminder.missing.length;
  if (count === 0) return recordRound(ctx, round, { reminder, outcome: 'nobody' });
  const key = `remind:${ctx.group.id}:${round.key}`;
  await ctx.send({
    key,
    target: { kind: 'chat', chatId: ctx.group.id, ...(replyTo !== undefined && { replyTo }) },
    message: { kind: 'card', card: reminderCard(ctx, reminder, { preview: false, quietly }) },
    ...boundsOf(round),
  });
  await tellLeadOfGone(ctx, reminder);
  const card = { key, digest: cardDigest(ctx, reminder) };
  return recordRound(ctx, { ...round, card }, { reminder, outcome: 'sent' });
}

/**
 * Plans one private message for each correspondent and deputy of a missing department, whatever they report for; says
 * how many departments are missing.
 */
export async function sendPrivateRound(ctx: WorkContext, round: RoundDraft): Promise<number> {
  const reminder = await readReminder(ctx, round.week);
  const { missing } = reminder;
  const people = new Map(missing.flatMap((entry) => entry.people).map((person) => [person.id, person]));
  for (const person of people.values()) {
    if (!person.isHere) continue;
    const card = privateCard(ctx, reminder, missingOf(reminder, person.id));
    await ctx.send({
      key: `${privatePrefix(ctx, round.key)}${person.id}`,
      target: { kind: 'person', personId: person.id },
      message: { kind: 'card', card },
      ...boundsOf(round),
    });
  }
  await tellLeadOfGone(ctx, reminder);
  return recordRound(ctx, round, { reminder, outcome: missing.length === 0 ? 'nobody' : 'sent' });
}

/** What the keys of a private round's messages begin with; the person's id follows. */
export function privatePrefix({ group }: Pick<WorkContext, 'group'>, roundKey: string): string {
  return `remind:${group.id}:${roundKey}:`;
}

/** Notes a round that sends nothing; says how many departments are missing. */
export async function skipRound(ctx: WorkContext, round: RoundDraft, outcome: RoundOutcome): Promise<number> {
  const reminder = await readReminder(ctx, round.week);
  const isNeeded = reminder.missing.length > 0;
  return recordRound(ctx, round, { reminder, outcome: isNeeded ? outcome : 'nobody' });
}

/** Keeps what the round found and did, for whoever asks later why a department was named. */
async function recordRound(
  ctx: WorkContext,
  { key, week, kind, card }: RoundDraft & Pick<RoundRecord, 'card'>,
  { reminder, outcome }: { reminder: Reminder; outcome: RoundOutcome },
): Promise<number> {
  await ctx.repos.rounds.add({
    groupId: ctx.group.id,
    key,
    week,
    kind,
    at: toStamp(ctx.now),
    outcome,
    findings: findAnswers(reminder),
    ...(card === undefined ? {} : { card }),
  });
  return reminder.missing.length;
}

function boundsOf({ usefulUntil }: RoundDraft): Pick<RoundDraft, 'usefulUntil'> {
  return usefulUntil === undefined ? {} : { usefulUntil };
}

/** A correspondent who has left the group can't be reached: the lead has to name another one. Told once a week. */
async function tellLeadOfGone(ctx: WorkContext, { duty, missing }: Reminder): Promise<void> {
  const gone = missing.flatMap((entry) =>
    entry.people.filter((person) => !person.isHere).map((person) => `${entry.name} ${person.name}`),
  );
  if (gone.length === 0) return;
  const { reminder: words, list } = texts(ctx.locale);
  await tellLead(ctx, { key: `gone:${ctx.group.id}:${duty.week}`, text: words.gone(list(gone)) });
}

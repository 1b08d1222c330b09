import type { Card } from '../../domain/message/card.ts';
import { describeDay, describeWeek } from '../../domain/period/week.ts';
import type { Instant } from '../../kernel/clock.ts';
import { texts } from '../../kernel/text/texts.ts';
import type { WorkContext } from '../context.ts';
import { labelOf, readWeekDuty, type WeekDuty } from '../duty/read-duty.ts';
import { type PresentReporter, readReporters, reporterRow } from '../read-reporters.ts';

/** Who would be named for a week: the departments that have not answered, with those who report for them. */
export interface Reminder {
  readonly duty: WeekDuty;
  readonly missing: readonly MissingDepartment[];
}

export interface MissingDepartment {
  readonly name: string;
  /** The name, with how much of the quota it has sent if that is anything: `规划科（已报1/2）`. */
  readonly label: string;
  /** Main correspondents first, then deputies. Someone who has left the group is named but can't be mentioned. */
  readonly people: readonly PresentReporter[];
}

export async function readReminder(ctx: WorkContext, week: string): Promise<Reminder> {
  const duty = await readWeekDuty(ctx, week);
  const open = duty.answers.filter(({ answer }) => answer === 'missing');
  const reporters = await readReporters(
    ctx,
    open.map(({ department }) => department),
  );
  const missing = open.map((entry) => ({
    name: entry.name,
    label: labelOf(ctx, entry),
    people: reporters.get(entry.department.id) ?? [],
  }));
  return { duty, missing };
}

/**
 * The group card: each missing department with its main correspondent (a deputy only where there is no main), mentioned
 * unless `preview`. People who have left are named in text.
 */
export function reminderCard(
  ctx: WorkContext,
  reminder: Reminder,
  options: { preview: boolean; quietly: boolean },
): Card {
  const { reminder: words } = texts(ctx.locale);
  const { duty, missing } = reminder;
  const due = ctx.group.settings.reminders.dueTime;
  return {
    tone: 'warning',
    title: options.preview ? words.previewTitle(missing.length) : words.title(missing.length),
    blocks: [
      {
        kind: 'text',
        text: words.intro(
          describeWeek(duty.week),
          duty.dutyDay === undefined ? '' : describeDay(duty.dutyDay),
          due,
        ),
      },
      {
        kind: 'people',
        rows: missing.map((entry) => reporterRow(ctx, entry, options.preview || options.quietly)),
      },
      { kind: 'note', text: words.how },
    ],
  };
}

/** Reminders of a week that a person has asked for are marked under this name; the second one is asked about first. */
export const MANUAL_REMINDER = 'remind-now';

export async function wasRemindedByHand(ctx: WorkContext, week: string): Promise<boolean> {
  return ctx.repos.records.hasFired(MANUAL_REMINDER, ctx.group.id, week);
}

/** A reminder that is to go out. Not sent any more from `usefulUntil` on. */
export interface RoundDraft {
  readonly week: string;
  readonly key: string;
  readonly usefulUntil?: Instant;
}

/**
 * Plans the group card; says how many departments it names. None missing: nothing is sent. `quietly`: names without @,
 * since nobody is called twice a week unless a person asks for it.
 */
export async function sendGroupRound(
  ctx: WorkContext,
  { week, key, quietly, ...bounds }: RoundDraft & { quietly: boolean },
): Promise<number> {
  const reminder = await readReminder(ctx, week);
  if (reminder.missing.length === 0) return 0;
  await ctx.send({
    key: `remind:${ctx.group.id}:${key}`,
    target: { kind: 'chat', chatId: ctx.group.id },
    message: { kind: 'card', card: reminderCard(ctx, reminder, { preview: false, quietly }) },
    ...bounds,
  });
  await tellLeadOfGone(ctx, reminder, key);
  return reminder.missing.length;
}

/** Plans one private message for each correspondent and deputy of a missing department, whatever they report for. */
export async function sendPrivateRound(
  ctx: WorkContext,
  { week, key, ...bounds }: RoundDraft,
): Promise<number> {
  const { duty, missing } = await readReminder(ctx, week);
  const { reminder: words, list } = texts(ctx.locale);
  const people = new Map(missing.flatMap((entry) => entry.people).map((person) => [person.id, person]));
  for (const person of people.values()) {
    if (!person.isHere) continue;
    const own = missing.filter((entry) => entry.people.some(({ id }) => id === person.id));
    const departments = list(own.map((entry) => entry.label));
    const text = words.privately(departments, describeWeek(duty.week), ctx.group.settings.reminders.dueTime);
    await ctx.send({
      key: `remind:${ctx.group.id}:${key}:${person.id}`,
      target: { kind: 'person', personId: person.id },
      message: { kind: 'notice', text },
      ...bounds,
    });
  }
  return missing.length;
}

/** A correspondent who has left the group can't be reached: the lead has to name another one. */
async function tellLeadOfGone(ctx: WorkContext, { missing }: Reminder, key: string): Promise<void> {
  const gone = missing.flatMap((entry) =>
    entry.people.filter((person) => !person.isHere).map((person) => `${entry.name} ${person.name}`),
  );
  if (gone.length === 0) return;
  const { reminder: words, list } = texts(ctx.locale);
  await tellLead(ctx, { key: `gone:${ctx.group.id}:${key}`, text: words.gone(list(gone)) });
}

/** A private line to the group's leads; to its admins where there is no lead. */
export async function tellLead(ctx: WorkContext, notice: { key: string; text: string }): Promise<void> {
  for (const personId of await ctx.repos.people.leads(ctx.group.id)) {
    await ctx.send({
      key: `${notice.key}:${personId}`,
      target: { kind: 'person', personId },
      message: { kind: 'notice', text: notice.text },
    });
  }
}

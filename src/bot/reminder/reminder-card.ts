import type { Card } from '../../domain/message/card.ts';
import { describeDay, describeWeek, weekOf } from '../../domain/period/week.ts';
import { texts } from '../../kernel/text/texts.ts';
import type { WorkContext } from '../context.ts';
import { reporterRow } from '../read-reporters.ts';
import type { Reminder } from './plan-reminder.ts';

export interface CardStyle {
  readonly preview: boolean;
  /** Names without @. */
  readonly quietly: boolean;
}

/**
 * The group card: each missing department with its main correspondent (a deputy only where there is no main), mentioned
 * unless `preview`. People who have left are named in text. With none missing it says so.
 */
export function reminderCard(ctx: WorkContext, reminder: Reminder, style: CardStyle): Card {
  const { reminder: words } = texts(ctx.locale);
  const { duty, missing } = reminder;
  const days = describeWeek(duty.week);
  if (missing.length === 0) {
    return { tone: 'success', title: words.allIn, blocks: [{ kind: 'text', text: words.allInText(days) }] };
  }
  const quietly = style.preview || style.quietly;
  return {
    tone: 'warning',
    title: style.preview ? words.previewTitle(missing.length) : words.title(missing.length),
    blocks: [
      { kind: 'text', text: introOf(ctx, reminder) },
      { kind: 'people', rows: missing.map((entry) => reporterRow(ctx, entry, quietly)) },
      { kind: 'note', text: words.how },
    ],
  };
}

/** Until when: once the duty day is over, until the end of its week. */
function introOf({ locale, today, group }: WorkContext, { duty }: Reminder): string {
  const { reminder: words } = texts(locale);
  const days = describeWeek(duty.week);
  const { dutyDay } = duty;
  const isOver = dutyDay !== undefined && dutyDay.toString() < today.toString();
  if (isOver && weekOf(today) === duty.week) return words.introLate(days);
  return words.intro(
    days,
    dutyDay === undefined ? '' : describeDay(dutyDay),
    group.settings.reminders.dueTime,
  );
}

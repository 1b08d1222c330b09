import type { Card, CardButton } from '../../domain/message/card.ts';
import { describeDay, describeWeek } from '../../domain/period/week.ts';
import { texts } from '../../kernel/text/texts.ts';
import type { WorkContext } from '../context.ts';
import type { MissingDepartment, Reminder } from './plan-reminder.ts';

/** What of the missing a person reports for, as main correspondent or deputy. */
export function missingOf({ missing }: Reminder, personId: string): readonly MissingDepartment[] {
  return missing.filter(({ people }) => people.some(({ id }) => id === personId));
}

/** The private reminder: what is missing until when, and a button for each way to answer. */
export function privateCard(
  ctx: WorkContext,
  { duty }: Pick<Reminder, 'duty'>,
  own: readonly MissingDepartment[],
): Card {
  const { reminder: words, list } = texts(ctx.locale);
  const departments = list(own.map(({ label }) => label));
  const data = { group: ctx.group.id, week: duty.week };
  const nils = own.map(({ departmentId, name }): CardButton => {
    const label = own.length === 1 ? words.nil : words.nilOf(name);
    return { label, action: 'nil.declare', data: { ...data, department: departmentId } };
  });
  return {
    tone: 'warning',
    title: words.privateTitle,
    blocks: [
      { kind: 'text', text: words.privately(departments, describeWeek(duty.week), dueOf(ctx, duty.dutyDay)) },
      {
        kind: 'buttons',
        buttons: [
          { label: words.submit, style: 'primary', action: 'submit.open', data },
          ...nils,
          { label: words.later, action: 'afternoon.press', data },
        ],
      },
    ],
  };
}

/** `今天 18:00`, `11月20日（周五）18:00`; after the duty day the week ends on Sunday. */
function dueOf({ locale, today, group }: WorkContext, dutyDay: Reminder['duty']['dutyDay']): string {
  const { reminder: words } = texts(locale);
  const { dueTime } = group.settings.reminders;
  if (dutyDay === undefined || dutyDay.toString() < today.toString()) return words.endOfWeek;
  return dutyDay.equals(today) ? words.todayAt(dueTime) : words.dayAt(describeDay(dutyDay), dueTime);
}

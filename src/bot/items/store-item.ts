import { type Department, departmentName } from '../../domain/department/department.ts';
import { formatItemNumber } from '../../domain/item/item-number.ts';
import type { ItemRecord } from '../../domain/item/item-record.ts';
import { nextState } from '../../domain/item/item-state.ts';
import { monthOf } from '../../domain/period/month.ts';
import { classifySubmission } from '../../domain/period/submission-period.ts';
import { dateOf, type PlainDate, toStamp } from '../../kernel/clock.ts';
import type { CommandContext } from '../context.ts';

/** An item as it is to be stored, with all that was written made out. */
export interface ItemDraft {
  readonly department: Department;
  readonly title: string;
  readonly body: string;
  readonly section: string;
  readonly eventDate?: PlainDate | undefined;
  readonly campaign?: string | undefined;
  readonly outlets?: string | undefined;
  /** The week (ISO) it is reported late for. */
  readonly lateFor?: string | undefined;
  readonly sourceId: string;
}

/**
 * Stores an item of the person who acts: numbered, in the week it was sent in and the month of its event, and in the
 * state that the group's review begins with. Nobody is told.
 */
export async function storeItem(ctx: CommandContext, draft: ItemDraft): Promise<ItemRecord> {
  const { department, lateFor, eventDate } = draft;
  const sentOn = dateOf(ctx.source.sentAt);
  const period = classifyNow(ctx);
  const state = nextState(undefined, 'submit', ctx.group.settings.reviewLevels);
  if (!state.ok) throw new Error(`an item cannot be submitted: ${state.reason}`);
  const numbering = { month: monthOf(sentOn), department: departmentName(department, sentOn) };
  return ctx.repos.items.insert(
    ctx.ids.next(),
    {
      groupId: ctx.group.id,
      departmentId: department.id,
      submittedAt: toStamp(ctx.source.sentAt),
      week: lateFor ?? period.week,
      month: monthOf(eventDate ?? sentOn),
      late: period.late || (lateFor !== undefined && lateFor !== period.week),
      ...(eventDate === undefined ? {} : { eventDate: eventDate.toString() }),
      section: draft.section,
      title: draft.title,
      body: draft.body,
      ...(draft.campaign === undefined ? {} : { campaign: draft.campaign }),
      ...(draft.outlets === undefined ? {} : { outlets: draft.outlets }),
      state: state.state,
      approvals: state.approvals,
      authorId: ctx.actor.id,
      sourceMessageId: draft.sourceId,
    },
    { month: numbering.month, number: (serial) => formatItemNumber({ ...numbering, serial }) },
  );
}

/** The week that what is sent now answers, and whether it is late. */
export function classifyNow(ctx: CommandContext) {
  const { dueTime, graceMinutes } = ctx.group.settings.reminders;
  return classifySubmission({
    sentAt: ctx.source.sentAt,
    calendar: ctx.calendar,
    dueTime,
    graceMinutes,
  });
}

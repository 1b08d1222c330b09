import { Temporal } from 'temporal-polyfill';
import { dateOf, type Instant, instantAt, type PlainDate } from '../../kernel/clock.ts';
import type { WorkCalendar } from '../calendar/work-calendar.ts';
import { dutyDay, weekOf, weeksBetween, weeksOfMonth } from './week.ts';

export interface Submission {
  readonly sentAt: Instant;
  readonly calendar: WorkCalendar;
  /** `HH:MM` in the product's zone, on the duty day. */
  readonly dueTime: string;
  readonly graceMinutes: number;
}

export interface SubmissionPeriod {
  /** The week the submission answers: the one it was sent in, whenever the event was. */
  readonly week: string;
  /** Sent after the week was due. Never in a week that nobody owes. */
  readonly late: boolean;
  readonly dutyDay?: PlainDate;
  /** The last instant at which it is on time, grace included. */
  readonly dueAt?: Instant;
}

/** Which week a submission counts for, and whether it is late. A week ends on Sunday 24:00, product zone. */
export function classifySubmission({
  sentAt,
  calendar,
  dueTime,
  graceMinutes,
}: Submission): SubmissionPeriod {
  const week = weekOf(dateOf(sentAt));
  const day = dutyDay(week, calendar);
  if (!day) return { week, late: false };
  const dueAt = instantAt(day, dueTime).add({ minutes: graceMinutes });
  return { week, late: Temporal.Instant.compare(sentAt, dueAt) > 0, dutyDay: day, dueAt };
}

export type LateTarget =
  | { readonly kind: 'week'; readonly week: string }
  | { readonly kind: 'month'; readonly month: string };

export interface LateRequest {
  readonly target: LateTarget;
  readonly sentAt: Instant;
  /** How many weeks back are accepted; Infinity for those whom the limit does not bind. */
  readonly lateWeeks: number;
  readonly calendar: WorkCalendar;
}

export type LateAnswer =
  /** `current`: the week still runs, so an ordinary submission would do; whether it is late, `classifySubmission` says. */
  | { readonly ok: true; readonly week: string; readonly current: boolean }
  | { readonly ok: false; readonly reason: 'future' | 'nobody-due' | 'too-old' };

/**
 * Whether a late report for a week is still accepted. A month stands for its last owed week that has begun.
 * Weeks are counted by the calendar, holiday weeks included.
 */
export function acceptLate({ target, sentAt, lateWeeks, calendar }: LateRequest): LateAnswer {
  const current = weekOf(dateOf(sentAt));
  const week = target.kind === 'week' ? target.week : lastBegunWeek(target.month, current, calendar);
  if (week === undefined) return { ok: false, reason: 'future' };
  const age = weeksBetween(week, current);
  if (age < 0) return { ok: false, reason: 'future' };
  if (age > lateWeeks) return { ok: false, reason: 'too-old' };
  if (!dutyDay(week, calendar)) return { ok: false, reason: 'nobody-due' };
  return { ok: true, week, current: age === 0 };
}

/** Every month has an owed week, so none begun means that the month is yet to come. */
function lastBegunWeek(month: string, current: string, calendar: WorkCalendar): string | undefined {
  return weeksOfMonth(month, calendar).findLast((week) => week <= current);
}

import { Temporal } from 'temporal-polyfill';
import { dateOf, type Instant, instantAt } from '../../kernel/clock.ts';
import type { WorkCalendar } from '../calendar/work-calendar.ts';
import { isWorkingMoment } from '../calendar/working-hours.ts';
import type { GroupSettings } from '../group/settings.ts';
import { addWeeks, dutyDay, weekOf } from '../period/week.ts';
import { ROUNDS, type Round } from './reminder-mode.ts';

/*
 * The rounds of reminders on a week's duty day: a card in the group in the morning, private messages in the afternoon.
 * A tick (each minute, or the first one after a start) asks for the rounds that have come due since the last tick and
 * what to do about each. The answer depends on the clock alone, so a tick may be repeated, late or run on two machines:
 * group + week + round is the key that lets only one of them act.
 */

export interface DueRound {
  readonly week: string;
  readonly round: Round;
  readonly dueAt: Instant;
}

/**
 * `send`: name the missing now; `tell-lead`: the time for it has passed, tell the lead alone;
 * `drop`: a later round takes its place.
 */
export type RoundDecision = 'send' | 'tell-lead' | 'drop';

export interface RoundsQuestion {
  readonly now: Instant;
  /** When the rounds were last looked for; what was due at that very moment has been seen. */
  readonly from: Instant;
  readonly reminders: Pick<GroupSettings['reminders'], 'groupRound' | 'privateRound'>;
  readonly calendar: WorkCalendar;
  /** Rounds the group wants; both unless told otherwise. */
  readonly rounds?: readonly Round[];
}

export interface RoundsPlan extends RoundsQuestion {
  readonly workingHours: GroupSettings['workingHours'];
}

export interface PlannedRound extends DueRound {
  readonly decision: RoundDecision;
}

/** The rounds that came due since the last look, oldest first, each with what to do about it. */
export function planRounds(plan: RoundsPlan): readonly PlannedRound[] {
  const { now, calendar, workingHours } = plan;
  const due = dueRounds(plan);
  return due.map((round, index) => {
    const laterRoundDue = index < due.length - 1;
    return { ...round, decision: decideRound({ ...round, now, calendar, workingHours, laterRoundDue }) };
  });
}

/** The next round that will come due, unless the group is paused then. A year without a working day has none. */
export function nextRound(question: Omit<RoundsQuestion, 'from'>): DueRound | undefined {
  const { now } = question;
  return dueRounds({ ...question, from: now, now: now.add({ hours: LOOK_AHEAD_HOURS }) })[0];
}

/** The longest time between two duty days, with room to spare. */
const LOOK_AHEAD_HOURS = 28 * 24;

/** Rounds with `from` < due time ≤ `now`, oldest first. A week that nobody owes has none. */
export function dueRounds({
  now,
  from,
  reminders,
  calendar,
  rounds = ROUNDS,
}: RoundsQuestion): readonly DueRound[] {
  const timeOfRound = { group: reminders.groupRound, private: reminders.privateRound };
  return weeksOver(from, now)
    .flatMap((week) => {
      const day = dutyDay(week, calendar);
      return day ? rounds.map((round) => ({ week, round, dueAt: instantAt(day, timeOfRound[round]) })) : [];
    })
    .filter(({ dueAt }) => isAfter(dueAt, from) && !isAfter(dueAt, now))
    .sort((left, right) => Temporal.Instant.compare(left.dueAt, right.dueAt));
}

export interface RoundQuestion extends Pick<DueRound, 'round' | 'dueAt'> {
  readonly now: Instant;
  readonly calendar: WorkCalendar;
  readonly workingHours: GroupSettings['workingHours'];
  /** Another round, of this week or a later one, has come due as well. */
  readonly laterRoundDue: boolean;
}

/** A round in time and one missed while the bot was down are judged alike: only by the moment it is now. */
export function decideRound({
  dueAt,
  now,
  calendar,
  workingHours,
  laterRoundDue,
}: RoundQuestion): RoundDecision {
  if (laterRoundDue) return 'drop';
  const isDutyDay = dateOf(now).equals(dateOf(dueAt));
  return isDutyDay && isWorkingMoment(now, calendar, workingHours) ? 'send' : 'tell-lead';
}

function weeksOver(from: Instant, to: Instant): readonly string[] {
  const last = weekOf(dateOf(to));
  const weeks: string[] = [];
  for (let week = weekOf(dateOf(from)); week <= last; week = addWeeks(week, 1)) weeks.push(week);
  return weeks;
}

function isAfter(left: Instant, right: Instant): boolean {
  return Temporal.Instant.compare(left, right) > 0;
}

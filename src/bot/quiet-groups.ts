import type { WorkCalendar } from '../domain/calendar/work-calendar.ts';
import type { Group } from '../domain/group/group.ts';
import type { Instant } from '../kernel/clock.ts';
import type { AnySchedule } from './define-schedule.ts';

/** A group at a tick. */
export interface Look {
  readonly group: Group;
  readonly calendar: WorkCalendar;
  readonly now: Instant;
}

/**
 * For which groups nothing can be due yet: with thousands of groups a look at each, every minute, is most of what a
 * schedule costs. A process's own memory, which may be lost: it only saves looks, what has fired is in the database.
 */
export interface QuietGroups {
  /** True while the group's settings and calendar are what they were, and the clock has not gone back. */
  isQuiet(schedule: AnySchedule, look: Look): boolean;
  /** Nothing of this schedule comes due in the group before `until`. */
  note(schedule: AnySchedule, look: Look, until: Instant): void;
}

export function createQuietGroups(): QuietGroups {
  const notes = new Map<AnySchedule, Map<string, { look: Look; until: Instant }>>();
  return {
    isQuiet(schedule, { group, calendar, now }) {
      const note = notes.get(schedule)?.get(group.id);
      if (note === undefined) return false;
      const { look, until } = note;
      const isSame =
        look.group.settings === group.settings &&
        look.group.enabledAt === group.enabledAt &&
        look.calendar === calendar;
      return isSame && isWithin(now, look.now, until);
    },
    note(schedule, look, until) {
      const known = notes.get(schedule) ?? new Map();
      notes.set(schedule, known.set(look.group.id, { look, until }));
    },
  };
}

function isWithin(now: Instant, from: Instant, until: Instant): boolean {
  return now.epochMilliseconds >= from.epochMilliseconds && now.epochMilliseconds < until.epochMilliseconds;
}

import {
  type CalendarChanges,
  createWorkCalendar,
  type WorkCalendar,
} from '../../domain/calendar/work-calendar.ts';
import type { Group } from '../../domain/group/group.ts';
import { createThemeCalendar, type Theme, type ThemeCalendar } from '../../domain/theme/theme-calendar.ts';
import type { CalendarDayRepo } from '../../store/repos/calendar-days.ts';

interface CalendarDays {
  readonly calendarDays: Pick<CalendarDayRepo, 'list'>;
}

/** Each group's own calendar, and the themes that all groups share. */
export interface Calendars {
  readonly themes: ThemeCalendar;
  /** Whether the plan, or the operator, says which days of a year are worked; a group may know more. */
  isKnownYear(year: number): boolean;
  /** As the given group is set; its changed days are read with `repos`. */
  of(group: Group, repos: CalendarDays): Promise<WorkCalendar>;
}

/**
 * Calendars from the plan, the operator's changes on top, and the group's on top of those. A schedule asks for every
 * group each minute, so a calendar is kept until the group's version of it changes: a version is never used twice, not
 * even after a rollback. Groups that have changed no day share one calendar a weekday.
 */
export function createCalendars(operator: CalendarChanges = {}, themes: readonly Theme[] = []): Calendars {
  const kept = new Map<string, { key: string; calendar: WorkCalendar }>();

  async function of(group: Group, repos: CalendarDays): Promise<WorkCalendar> {
    const { dutyWeekday } = group.settings;
    const owner = group.calendarVersion === undefined ? `shared ${dutyWeekday}` : group.id;
    const key = `${group.calendarVersion} ${dutyWeekday}`;
    const known = kept.get(owner);
    if (known?.key === key) return known.calendar;
    const days = group.calendarVersion === undefined ? [] : await repos.calendarDays.list(group.id);
    const own = Object.fromEntries(days.map(({ day, kind }) => [day, kind]));
    const calendar = createWorkCalendar({ ...operator, ...own }, dutyWeekday);
    kept.set(owner, { key, calendar });
    return calendar;
  }

  const { isKnownYear } = createWorkCalendar(operator);
  return { of, isKnownYear, themes: createThemeCalendar(themes) };
}

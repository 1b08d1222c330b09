import { workingWindow } from '../domain/calendar/working-hours.ts';
import type { Group } from '../domain/group/group.ts';
import { type Clock, dateOf, type Instant } from '../kernel/clock.ts';
import type { Locale } from '../kernel/text/texts.ts';
import type { Repos } from '../store/create-store.ts';
import type { Calendars } from './calendar/create-calendars.ts';
import type { WorkContext } from './context.ts';

export interface WorkContextDeps {
  readonly clock: Clock;
  readonly calendars: Calendars;
  readonly locale: Locale;
}

/** What a schedule works with in a group. Whatever it sends leaves within the group's working hours. */
export async function createWorkContext(
  repos: Repos,
  group: Group,
  deps: WorkContextDeps,
): Promise<WorkContext> {
  const now = deps.clock.now();
  const { workingHours } = group.settings;
  const calendar = await deps.calendars.of(group, repos);
  return {
    now,
    today: dateOf(now),
    locale: deps.locale,
    calendar,
    themes: deps.calendars.themes,
    group,
    repos,
    async send(draft) {
      const window = workingWindow(latest(now, draft.notBefore), calendar, workingHours);
      const bounds = { notBefore: window.from, notAfter: window.to };
      await repos.outbox.add({ ...draft, ...bounds, groupId: group.id });
    },
  };
}

function latest(now: Instant, notBefore: Instant | undefined): Instant {
  return notBefore !== undefined && notBefore.epochMilliseconds > now.epochMilliseconds ? notBefore : now;
}

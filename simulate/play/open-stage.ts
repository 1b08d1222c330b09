import { type Calendars, createCalendars } from '../../src/bot/calendar/create-calendars.ts';
import { cleanUp } from '../../src/bot/clean-up.ts';
import type { AnySchedule } from '../../src/bot/define-schedule.ts';
import { loadSchedules } from '../../src/bot/load-parts.ts';
import { createQuietGroups } from '../../src/bot/quiet-groups.ts';
import { runDueSchedules } from '../../src/bot/run-schedules.ts';
import type { CalendarChanges } from '../../src/domain/calendar/work-calendar.ts';
import type { GroupSettings } from '../../src/domain/group/settings.ts';
import type { MovableClock } from '../../src/kernel/clock.ts';
import { type Logger, silentLogger } from '../../src/kernel/logger.ts';
import { openStore, type Store } from '../../src/store/create-store.ts';
import { createStillClock, instantOf } from './still-clock.ts';

/** The program's database and schedules, on a clock that stands still between ticks. */
export interface Stage {
  readonly store: Store;
  readonly clock: MovableClock;
  readonly calendars: Calendars;
  /** Everything the program does at a tick, at this local time. */
  tick(at: string): Promise<void>;
  close(): Promise<void>;
}

export interface StageOptions {
  /** The SQLite file. */
  readonly file: string;
  /** Local time at which the play begins. */
  readonly at: string;
  readonly defaults: GroupSettings;
  /** False when other processes work on the same file. */
  readonly exclusive: boolean;
  /** Default: the program's. */
  readonly schedules?: readonly AnySchedule[];
  readonly logger?: Logger;
  /** Days that the operator has changed, as in `config/calendar.yaml`. */
  readonly calendarChanges?: CalendarChanges;
}

/** Looks at the disk and at what could not be sent, every day in every group: nothing that is judged here. */
const NO_REMINDERS = ['admin-watch'];

export async function openStage(options: StageOptions): Promise<Stage> {
  const { file, at, defaults, exclusive, logger = silentLogger } = options;
  const clock = createStillClock(at);
  const store = await openStore({ url: `file:${file}`, clock, defaults, exclusive });
  const calendars = createCalendars(options.calendarChanges);
  const schedules =
    options.schedules ?? (await loadSchedules()).filter(({ name }) => !NO_REMINDERS.includes(name));
  const deps = {
    store,
    clock,
    calendars,
    locale: 'zh-CN' as const,
    logger,
    onPlanned: () => undefined,
    quiet: createQuietGroups(),
  };
  return {
    store,
    clock,
    calendars,
    async tick(time) {
      clock.moveTo(instantOf(time));
      await runDueSchedules(schedules, deps);
      await cleanUp(deps);
    },
    close: store.close,
  };
}

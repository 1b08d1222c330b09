import type { Server } from 'node:http';
import type { Environment } from '../../config/environment.ts';
import { createCalendars } from '../bot/calendar/create-calendars.ts';
import { loadRegistry, loadSchedules } from '../bot/load-parts.ts';
import { createMeter } from '../bot/metrics/create-meter.ts';
import type { MeasureDisk, Platform } from '../bot/ports.ts';
import type { CalendarChanges } from '../domain/calendar/work-calendar.ts';
import type { GroupSettings } from '../domain/group/settings.ts';
import type { Retention } from '../domain/machine/retention.ts';
import type { Outlet } from '../domain/outlet/outlet.ts';
import type { Theme } from '../domain/theme/theme-calendar.ts';
import type { Clock, MovableClock } from '../kernel/clock.ts';
import { randomIds } from '../kernel/ids.ts';
import type { Logger } from '../kernel/logger.ts';
import { createLarkPlatform } from '../lark/create-platform.ts';
import type { OwnTemplate } from '../report/template.ts';
import type { SendLimits } from '../store/book-sends.ts';
import { openStore, type Store } from '../store/create-store.ts';
import { createWorkers, type Workers } from './create-workers.ts';
import { learnBotId } from './learn-bot-id.ts';
import { listTemplates } from './list-templates.ts';
import { createMeasureDisk } from './measure-disk.ts';
import { openDoors } from './open-doors.ts';
import { openPdfMaker } from './open-pdf-maker.ts';
import { pinTenant } from './pin-tenant.ts';
import { prepareBlobs } from './prepare-blobs.ts';

export interface BotOptions {
  readonly environment: Environment;
  /** What a new group starts with. */
  readonly defaults: GroupSettings;
  /** The operator's changes of the holiday plan; default: none. */
  readonly calendarChanges?: CalendarChanges;
  /** Default: none. */
  readonly themes?: readonly Theme[];
  /** The operator's; default: none. */
  readonly ownTemplates?: readonly OwnTemplate[];
  /** What the directory of a new group begins with. Default: nothing. */
  readonly outlets?: readonly Outlet[];
  /** A movable clock opens `POST /test/clock`. */
  readonly clock: Clock | MovableClock;
  readonly logger: Logger;
  /** Default: what the platform allows. */
  readonly limits?: SendLimits;
  /** For how long things are kept. Default: as long as usual. */
  readonly retention?: Retention;
  /** `off`: no PDFs, whatever the machine could do. Default: auto. */
  readonly pdf?: 'off' | 'auto';
  /** Default: asks the machine. */
  readonly measureDisk?: MeasureDisk;
}

export interface Bot {
  /** Whoever made the bot lets it listen. Events come in here, or over a long connection that is already being dialled. */
  readonly server: Server;
  readonly store: Store;
  readonly workers: Workers;
  /** Takes nothing new, finishes what is in hand, and closes the database. */
  stop(): Promise<void>;
}

/**
 * The composition root: fills the ports and ties the ten steps together. Begins at once to work off what an earlier run
 * has left. Throws SetupError, with nothing left open.
 */
export async function createBot(options: BotOptions): Promise<Bot> {
  const { environment, clock, logger, defaults } = options;
  const { locale } = environment;
  const { ownTemplates = [] } = options;
  const templates = await listTemplates(ownTemplates);
  const [registry, schedules] = [await loadRegistry(), await loadSchedules()];
  const openBlobs = prepareBlobs(environment.databaseUrl, environment.dataDir);
  const store = await openStore({
    url: environment.databaseUrl,
    clock,
    defaults,
    outlets: options.outlets ?? [],
    exclusive: true,
  });
  const platform = connect(environment, logger);
  const identity = await learnBotId({ store, platform, appId: environment.appId, logger });
  const pdf = openPdfMaker(options.pdf ?? 'auto', environment.programPath);
  const shared = {
    store,
    platform,
    clock,
    locale,
    logger,
    calendars: createCalendars(options.calendarChanges, options.themes),
    templates,
    ids: randomIds,
    registry,
    offersPdf: pdf !== undefined,
    botId: identity.id,
    meter: createMeter(),
    measureDisk: options.measureDisk ?? createMeasureDisk(environment),
  };
  const workers = createWorkers({
    ...shared,
    schedules,
    blobs: openBlobs(store),
    ownTemplates,
    pdf,
    limits: options.limits,
    retention: options.retention,
  });
  const { appId, tenantKey: configured } = environment;
  const admitsTenant = await pinTenant({ store, appId, configured, logger });
  const doors = openDoors({ ...shared, environment, workers, admitsTenant });
  return {
    server: doors.server,
    store,
    workers,
    async stop() {
      await doors.stop();
      identity.stop();
      await workers.stop();
      await store.close();
    },
  };
}

function connect({ appId, appSecret, apiUrl, locale }: Environment, logger: Logger): Platform {
  return createLarkPlatform({ appId, appSecret, domain: apiUrl, locale, logger });
}

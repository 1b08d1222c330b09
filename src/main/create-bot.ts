import type { Server } from 'node:http';
import type { Environment } from '../../config/environment.ts';
import { acceptEvent } from '../bot/accept-event.ts';
import { createMetrics } from '../bot/create-metrics.ts';
import { handleClick } from '../bot/handle-click.ts';
import { loadRegistry, loadSchedules } from '../bot/load-parts.ts';
import type { PaceLimits } from '../bot/pacer.ts';
import type { Platform } from '../bot/ports.ts';
import { createWorkCalendar } from '../domain/calendar/work-calendar.ts';
import type { GroupSettings } from '../domain/group/settings.ts';
import type { Clock, MovableClock } from '../kernel/clock.ts';
import { SetupError } from '../kernel/errors.ts';
import { randomIds } from '../kernel/ids.ts';
import type { Logger } from '../kernel/logger.ts';
import { answerClick } from '../lark/answer-click.ts';
import { createLarkPlatform } from '../lark/create-platform.ts';
import { openRequest } from '../lark/open-request.ts';
import { openStore, type Store } from '../store/create-store.ts';
import { createWebServer } from '../web/create-server.ts';
import { stopServer } from '../web/stop-server.ts';
import { createWorkers, type Workers } from './create-workers.ts';
import { learnBotId } from './learn-bot-id.ts';
import { moveTestClock } from './move-test-clock.ts';

export interface BotOptions {
  readonly environment: Environment;
  /** What a new group starts with. */
  readonly defaults: GroupSettings;
  /** A movable clock opens `POST /test/clock`. */
  readonly clock: Clock | MovableClock;
  readonly logger: Logger;
  /** Default: what the platform allows. */
  readonly limits?: PaceLimits;
}

export interface Bot {
  /** Takes events; whoever made the bot lets it listen. */
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
  const keys = webhookKeys(environment);
  const [registry, schedules] = [await loadRegistry(), await loadSchedules()];
  const store = await openStore({ url: environment.databaseFile, clock, defaults, exclusive: true });
  const platform: Platform = createLarkPlatform({
    appId: environment.appId,
    appSecret: environment.appSecret,
    domain: environment.apiUrl,
    locale,
    logger,
  });
  const identity = await learnBotId({ store, platform, appId: environment.appId, logger });
  const calendar = createWorkCalendar();
  const shared = {
    store,
    platform,
    clock,
    locale,
    logger,
    calendar,
    ids: randomIds,
    registry,
    botId: identity.id,
  };
  const workers = createWorkers({ ...shared, schedules, environment, limits: options.limits });
  const metrics = createMetrics(store, clock);

  const server = createWebServer({
    logger,
    locale,
    open: (raw, headers) => openRequest({ raw, headers }, { ...keys, botId: identity.id() }, clock.now()),
    async accept(event) {
      const result = await acceptEvent(event, { inbox: store.repos.inbox, registry, botId: identity.id });
      metrics.countEvent(result);
      if (result === 'stored') workers.wake();
    },
    click: (event) => handleClick(event, { ...shared, onPlanned: workers.wake }),
    drawAnswer: (answer) => answerClick(answer, locale),
    ready: async () => ({ ok: await store.ready(), detail: { bot: identity.id() ?? 'not known yet' } }),
    metrics: metrics.text,
    ...(environment.metricsToken === undefined ? {} : { metricsToken: environment.metricsToken }),
    ...('moveTo' in clock ? { testClock: moveTestClock(clock, workers) } : {}),
  });
  return {
    server,
    store,
    workers,
    async stop() {
      if (server.listening) await stopServer(server);
      identity.stop();
      await workers.stop();
      await store.close();
    },
  };
}

function webhookKeys({ transport, appId }: Environment) {
  if (transport.kind === 'webhook') return { ...transport, appId };
  throw new SetupError([
    'LARK_TRANSPORT: only webhook is served by this version; remove it or set it to webhook',
  ]);
}

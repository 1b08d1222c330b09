import type { Server } from 'node:http';
import type { Environment } from '../../config/environment.ts';
import { acceptEvent } from '../bot/accept-event.ts';
import { handleClick } from '../bot/handle-click.ts';
import { createHearing } from '../bot/hearing.ts';
import type { InboxDeps } from '../bot/inbox-worker.ts';
import type { Meter, Readings } from '../bot/metrics/create-meter.ts';
import { createMetrics } from '../bot/metrics/create-metrics.ts';
import type { MeasureDisk } from '../bot/ports.ts';
import type { MovableClock } from '../kernel/clock.ts';
import { answerClick } from '../lark/answer-click.ts';
import type { EventTaker } from '../lark/hand-over.ts';
import { createLongConnection, type LongConnection } from '../lark/long-connection/create-long-connection.ts';
import { openRequest } from '../lark/open-request.ts';
import type { Store } from '../store/create-store.ts';
import { createWebServer } from '../web/create-server.ts';
import { stopServer } from '../web/stop-server.ts';
import type { Workers } from './create-workers.ts';
import { moveTestClock } from './move-test-clock.ts';

export interface DoorDeps extends Omit<InboxDeps, 'clock' | 'onPlanned' | 'documents' | 'sheets'> {
  readonly store: Store;
  readonly clock: InboxDeps['clock'] | MovableClock;
  readonly environment: Environment;
  readonly workers: Workers;
  readonly measureDisk: MeasureDisk;
  readonly admitsTenant: (tenantKey: string) => boolean;
  readonly meter: Meter & Readings;
}

/** The ways in. */
export interface Doors {
  /** Not yet listening. */
  readonly server: Server;
  /** Takes nothing new and answers what is in hand. */
  stop(): Promise<void>;
}

/** Events come over the webhook or a long connection, as the environment says; health and metrics always over HTTP. */
export function openDoors(deps: DoorDeps): Doors {
  const { clock, environment, workers } = deps;
  const taker = createTaker(deps);
  const connection = dialIn(deps, taker);
  const connected = () => connection && connection.state() === 'connected';
  const server = createWebServer({
    ...taker,
    ...webhook(deps),
    trustedProxies: environment.trustedProxies,
    ready: () => checkReady(deps, connection),
    metrics: createMetrics({ ...deps, connected }),
    onRefused: (reason) => deps.meter.count('publicity_requests_refused_total', reason),
    ...(environment.metricsToken === undefined ? {} : { metricsToken: environment.metricsToken }),
    ...('moveTo' in clock ? { testClock: moveTestClock(clock, workers) } : {}),
  });
  return {
    server,
    async stop() {
      await Promise.all([server.listening && stopServer(server), connection?.stop()]);
    },
  };
}

/** What happens to an event and to a click, whichever way they come. */
function createTaker(deps: DoorDeps): EventTaker {
  const { store, clock, registry, botId, workers, locale, logger } = deps;
  const hearing = createHearing({ repos: store.repos, clock, logger });
  return {
    async accept(event) {
      const result = await acceptEvent(event, { inbox: store.repos.inbox, registry, botId, hearing });
      deps.meter.count('publicity_events_total', result);
      if (result !== 'ignored')
        logger.info({ trace: event.eventId, kind: event.kind, result }, 'event accepted');
      if (result === 'stored') workers.wakeInbox();
    },
    click: (event) => handleClick(event, { ...deps, onPlanned: workers.wake }),
    drawAnswer: (answer) => answerClick(answer, locale),
    logger,
    locale,
  };
}

function webhook({ environment, clock, botId, admitsTenant }: DoorDeps) {
  const { transport, appId } = environment;
  if (transport.kind !== 'webhook') return {};
  const open: Parameters<typeof createWebServer>[0]['open'] = (raw, headers) =>
    openRequest({ raw, headers }, { ...transport, appId, admitsTenant, botId: botId() }, clock.now());
  return { open };
}

function dialIn(
  { environment, botId, admitsTenant }: DoorDeps,
  taker: EventTaker,
): LongConnection | undefined {
  const { transport, appId, appSecret, apiUrl: domain } = environment;
  if (transport.kind !== 'websocket') return undefined;
  return createLongConnection({ ...taker, appId, appSecret, domain, botId, admitsTenant });
}

async function checkReady({ store, botId }: DoorDeps, connection: LongConnection | undefined) {
  const detail = {
    bot: botId() ?? 'not known yet',
    ...(connection && { connection: connection.state() }),
  };
  return { ok: (connection?.ready() ?? true) && (await store.ready()), detail };
}

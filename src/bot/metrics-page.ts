import { Counter, collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import { type Clock, fromStamp } from '../kernel/clock.ts';
import type { Store } from '../store/create-store.ts';

export interface MetricsSources {
  readonly store: Store;
  readonly clock: Clock;
  /** How many events there have been since the start, by what became of them. */
  readonly events: ReadonlyMap<string, number>;
}

/** Draws the page anew. */
export type MetricsPage = () => Promise<string>;

export function createMetricsPage({ store, clock, events }: MetricsSources): MetricsPage {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const eventsTotal = new Counter({
    name: 'publicity_events_total',
    help: 'Events received, by what became of them',
    labelNames: ['result'],
    registers: [registry],
  });
  const gauge = (name: string, help: string) => new Gauge({ name, help, registers: [registry] });
  const inboxOpen = gauge('publicity_inbox_open', 'Events stored and not yet worked off');
  const inboxFailed = gauge('publicity_inbox_failed', 'Events given up after several tries');
  const inboxAge = gauge('publicity_inbox_age_seconds', 'Age of the oldest open event');
  const outboxDue = gauge('publicity_outbox_due', 'Messages that should be out by now');
  const outboxLater = gauge('publicity_outbox_later', 'Messages planned for later, retries included');
  const outboxDead = gauge('publicity_outbox_dead', 'Messages that could not be sent');
  const outboxDropped = gauge('publicity_outbox_dropped', 'Messages not sent since their time was over');
  return async () => {
    const [inbox, outbox] = [await store.repos.inbox.depth(), await store.repos.outbox.depth()];
    eventsTotal.reset();
    for (const [result, count] of events) eventsTotal.inc({ result }, count);
    inboxOpen.set(inbox.open);
    inboxFailed.set(inbox.failed);
    const now = clock.now().epochMilliseconds;
    inboxAge.set(inbox.oldest ? (now - fromStamp(inbox.oldest).epochMilliseconds) / 1000 : 0);
    outboxDue.set(outbox.due);
    outboxLater.set(outbox.later);
    outboxDead.set(outbox.dead);
    outboxDropped.set(outbox.dropped);
    return registry.metrics();
  };
}

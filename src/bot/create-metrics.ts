import { Counter, collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import { type Clock, fromStamp } from '../kernel/clock.ts';
import type { Store } from '../store/create-store.ts';

export interface Metrics {
  /** Counts what became of an event at the door: `stored`, `duplicate` or `ignored`. */
  countEvent(result: string): void;
  /** All figures in Prometheus' text format, read from the database now. */
  text(): Promise<string>;
}

export function createMetrics(store: Store, clock: Clock): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const events = new Counter({
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
  return {
    countEvent: (result) => events.inc({ result }),
    async text() {
      const [inbox, outbox] = [await store.repos.inbox.depth(), await store.repos.outbox.depth()];
      inboxOpen.set(inbox.open);
      inboxFailed.set(inbox.failed);
      const now = clock.now().epochMilliseconds;
      inboxAge.set(inbox.oldest ? (now - fromStamp(inbox.oldest).epochMilliseconds) / 1000 : 0);
      outboxDue.set(outbox.due);
      outboxLater.set(outbox.later);
      outboxDead.set(outbox.dead);
      return registry.metrics();
    },
  };
}

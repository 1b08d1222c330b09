import { onTestFinished } from 'vitest';
import type { Clock } from '../../../src/kernel/clock.ts';
import { openStore, type Store } from '../../../src/store/create-store.ts';
import { makePostgres } from '../../support/make-database.ts';
import { testSettings } from '../../support/open-test-store.ts';
import { createStillClock } from '../../support/still-clock.ts';

/** A PostgreSQL database for the running test, with as many stores on it as there would be processes. */
export async function openReplicas(count: number) {
  const { url, giveBack } = await makePostgres();
  onTestFinished(giveBack);
  const clock = createStillClock('2026-11-16T09:00');
  const stores: Store[] = [];
  for (let replica = 0; replica < count; replica += 1) stores.push(await openServing(url, clock));
  return { url, clock, stores };
}

/** A store as a serving process opens it, closed when the test is over. */
async function openServing(url: string, clock: Clock): Promise<Store> {
  const store = await openStore({ url, clock, defaults: testSettings(), exclusive: true });
  onTestFinished(() => store.close());
  return store;
}

import { expect, it, onTestFinished } from 'vitest';
import { startPostgres } from '../../../soak/harm/start-postgres.ts';
import { createPump } from '../../../src/bot/pump.ts';
import { silentLogger } from '../../../src/kernel/logger.ts';
import { openStore } from '../../../src/store/create-store.ts';
import { makeMessage } from '../../support/make-event.ts';
import { testSettings } from '../../support/open-test-store.ts';
import { createStillClock } from '../../support/still-clock.ts';

it('refuses events while the server is away, and goes on by itself once it is back', async () => {
  const server = await startPostgres();
  onTestFinished(() => server.stop());
  const clock = createStillClock('2026-11-16T09:00');
  const url = server.url('postgres');
  const store = await openStore({ url, clock, defaults: testSettings(), exclusive: true });
  onTestFinished(() => store.close());
  const { inbox } = store.repos;
  const said = (id: string) =>
    makeMessage({ messageId: `om_${id}`, eventId: id, chatId: `oc_${id}`, text: id });
  const done: string[] = [];
  const pump = createPump({
    parallel: 2,
    take: (most) => inbox.claim(most),
    async work(entry) {
      await store.transaction((repos) => repos.inbox.finish(entry, 'done'));
      done.push(entry.key);
    },
    giveBack: (entry) => inbox.retry(entry, 0, 'given back'),
    logger: silentLogger,
  });
  onTestFinished(() => pump.stop());
  await inbox.append(said('before'));
  await expect.poll(() => done).toEqual(['message:om_before']);

  await server.restart(async () => {
    await expect(inbox.append(said('lost'))).rejects.toThrow();
    await expect(store.ready()).rejects.toThrow();
  });
  await expect.poll(() => inbox.append(said('after')).catch(() => false)).toBe(true);
  await expect.poll(() => done).toEqual(['message:om_before', 'message:om_after']);
  expect(await store.ready()).toBe(true);
});

import { describe, expect, it, onTestFinished } from 'vitest';
import { describeDatabase } from '../../src/main/describe-database.ts';
import { checkServer } from '../../src/main/doctor/check-database.ts';
import { openStore } from '../../src/store/create-store.ts';
import { createDatabase, makePostgres } from '../support/make-database.ts';
import { testSettings } from '../support/open-test-store.ts';
import { runOn } from '../support/run-on.ts';
import { createStillClock } from '../support/still-clock.ts';

describe('a PostgreSQL address', () => {
  it('is named without user and password', () => {
    expect(describeDatabase('postgres://bot:secret@db:5432/bot?sslmode=require')).toBe(
      'postgres://db:5432/bot',
    );
    expect(describeDatabase('./data/bot.db')).toBe('./data/bot.db');
  });
});

describe('the doctor', () => {
  it('counts what a PostgreSQL database holds, and sees whether a bot is at work on it', async () => {
    const { url, giveBack } = await makePostgres();
    onTestFinished(giveBack);
    const clock = createStillClock('2026-11-16T09:00');
    const store = await openStore({ url, clock, defaults: testSettings(), exclusive: true });
    await store.repos.groups.ensure('oc_1', 'one', '2026-11-16T01:00:00.000Z');
    const busy = await checkServer(url);
    await store.close();
    expect(busy).toMatchObject({ running: true, check: { level: 'ok' } });
    expect(busy.check.found).toMatch(/1 groups, 0 items, 0 reports; in use by a bot/);
    await expect.poll(async () => (await checkServer(url)).check.found).toMatch(/not in use/);
    expect(busy.check.found).not.toContain('@');
  });

  it('tells a database without tables, one of a newer program, and one that does not answer', async () => {
    const empty = await createDatabase('template template0');
    expect((await checkServer(empty)).check).toMatchObject({
      level: 'ok',
      found: expect.stringMatching(/no tables yet/),
    });
    const newer = await createDatabase('template bot_template');
    await runOn(newer, `insert into kysely_migration values ('9999-later', '2030')`);
    expect((await checkServer(newer)).check).toMatchObject({
      level: 'FAIL',
      found: expect.stringMatching(/newer version \(9999-later\)/),
    });
    const nowhere = empty.replace(/\/[^/]*$/, '/nowhere');
    expect((await checkServer(nowhere)).check).toMatchObject({
      level: 'FAIL',
      found: expect.stringMatching(/nowhere/),
    });
  });
});

import { sql } from 'kysely';
import { describe, expect, it, onTestFinished } from 'vitest';
import { SetupError } from '../../../src/kernel/errors.ts';
import type { OpenedDatabase } from '../../../src/store/database.ts';
import { migrate } from '../../../src/store/migrate.ts';
import { migrations } from '../../../src/store/migrations/all.ts';
import { openDatabase } from '../../../src/store/open-database.ts';
import { isPassing } from '../../../src/store/passing-error.ts';
import { createDatabase } from '../../support/make-database.ts';
import { makeMessage } from '../../support/make-event.ts';
import { readRows } from '../../support/read-rows.ts';
import { runOn } from '../../support/run-on.ts';
import { openReplicas } from './open-postgres-store.ts';

const EMPTY = 'template template0';

function open(url: string): OpenedDatabase {
  const database = openDatabase(url, { exclusive: false });
  onTestFinished(() => database.close());
  return database;
}

/** What an operator's restart of the server does to everybody's connections. */
const breakConnections = (url: string) =>
  runOn(
    url,
    `select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()`,
  );

describe('a new PostgreSQL database', () => {
  it('gets its tables once from processes that start together', async () => {
    const url = await createDatabase(EMPTY);
    const results = await Promise.all([open(url), open(url), open(url)].map((database) => migrate(database)));
    expect(results.flatMap(({ applied }) => applied).sort()).toEqual(Object.keys(migrations));
  });

  it('compares text byte by byte, whatever its language, and counts rows itself', async () => {
    const url = await createDatabase(`locale_provider icu icu_locale 'zh' locale 'C.UTF-8' ${EMPTY}`);
    await migrate(open(url));
    const columns = await readRows(
      url,
      `select table_name || '.' || column_name as name, collation_name from information_schema.columns
        where table_schema = 'public' and data_type = 'text' and collation_name is distinct from 'C'
          and table_name not like 'kysely%'`,
    );
    expect(columns).toEqual([]);
    const ids = `select table_name from information_schema.columns
      where table_schema = 'public' and column_name = 'id' and is_identity = 'YES' order by 1`;
    expect(await readRows(url, ids)).toEqual(
      ['audit', 'excuses', 'inbox', 'outbox'].map((table_name) => ({ table_name })),
    );
  });

  it('is refused when it can’t hold what people write', async () => {
    const url = await createDatabase(`encoding 'LATIN1' locale 'C' ${EMPTY}`);
    await expect(open(url).reach()).rejects.toThrow(SetupError);
    await expect(open(url).reach()).rejects.toThrow(/DATABASE_URL.*LATIN1.*encoding 'UTF8'/);
  });

  it('keeps what is durable durable, whatever options its address has of its own', async () => {
    const url = await createDatabase(EMPTY);
    const options = encodeURIComponent('-c synchronous_commit=off -c work_mem=8MB');
    const { db } = open(`${url}${url.includes('?') ? '&' : '?'}options=${options}`);
    const read = async (name: string) =>
      (await sql<{ setting: string }>`select current_setting(${name}) as setting`.execute(db)).rows;
    expect(await read('synchronous_commit')).toEqual([{ setting: 'on' }]);
    expect(await read('work_mem')).toEqual([{ setting: '8MB' }]);
  });

  it('has to be there', async () => {
    const url = (await createDatabase(EMPTY)).replace(/\/[^/]*$/, '/nowhere');
    await expect(open(url).reach()).rejects.toThrow(SetupError);
    await expect(open(url).reach()).rejects.toThrow(/DATABASE_URL.*nowhere.*has to be there/);
  });
});

describe('a line to the server that breaks', () => {
  it('is replaced: what was idle is not missed, and events are stored', async () => {
    const { url, stores } = await openReplicas(1);
    const [store] = stores;
    await store?.repos.inbox.append(makeMessage({ messageId: 'om_1', eventId: '1' }));
    await breakConnections(url);
    await expect
      .poll(() => store?.repos.inbox.append(makeMessage({ messageId: 'om_2', eventId: '2' })))
      .toBe(true);
    expect(await store?.ready()).toBe(true);
    expect(await store?.repos.inbox.depth()).toMatchObject({ open: 2 });
  });

  it('ends the transaction under way with an error that may pass, and leaves nothing of it', async () => {
    const { url, stores } = await openReplicas(1);
    const failing = stores[0]?.transaction(async ({ records }) => {
      await records.setValue('half', 'done');
      await breakConnections(url);
      await records.setValue('other half', 'done');
    });
    const error = await failing?.catch((reason: unknown) => reason);
    expect(isPassing(error)).toBe(true);
    expect(await readRows(url, 'select * from meta')).toEqual([]);
  });
});

describe('a transaction', () => {
  it('is done anew when a newer replica has changed a table under it', async () => {
    const url = await createDatabase(EMPTY);
    const database = open(url);
    await migrate(database);
    const readAll = () => database.transact((trx) => trx.selectFrom('groups').selectAll().execute());
    await Promise.all(Array.from({ length: 4 }, readAll));
    await runOn(url, 'alter table groups add column newer text');
    expect(await Promise.all(Array.from({ length: 4 }, readAll))).toEqual([[], [], [], []]);
  });

  it('is done anew when the server breaks it off because two waited for each other', async () => {
    const { url, stores } = await openReplicas(2);
    let met = 0;
    const [first, second] = stores.map(({ transaction }) => (keys: readonly string[]) => {
      let tries = 0;
      return transaction(async ({ records }) => {
        tries += 1;
        await records.setValue(keys[0] ?? '', String(tries));
        met += 1;
        // Each has one of the two by the time it asks for the other.
        if (tries === 1) await expect.poll(() => met).toBeGreaterThanOrEqual(2);
        await records.setValue(keys[1] ?? '', String(tries));
        return tries;
      });
    });
    const tries = await Promise.all([first?.(['a', 'b']), second?.(['b', 'a'])]);
    expect(tries.sort()).toEqual([1, 2]);
    expect(await readRows(url, 'select key from meta order by key')).toEqual([{ key: 'a' }, { key: 'b' }]);
  });

  it('sees what others have committed meanwhile, whatever the server’s own level', async () => {
    const url = await createDatabase(EMPTY);
    await runOn(url, `alter database ${new URL(url).pathname.slice(1)} set synchronous_commit = off`);
    const { rows } = await sql<{ level: string; commits: string }>`
      select current_setting('transaction_isolation') as level, current_setting('synchronous_commit') as commits`.execute(
      open(url).db,
    );
    expect(rows).toEqual([{ level: 'read committed', commits: 'on' }]);
  });
});

/** As a full disk does. */
const REFUSE_EVENTS = `create function refuse_events() returns trigger language plpgsql as
    $$ begin raise exception 'no room' using errcode = '53100'; end $$;
  create trigger refuse_events before insert on inbox execute function refuse_events()`;

it('is ready again as soon as events can be stored, without waiting for one', async () => {
  const { url, stores } = await openReplicas(2);
  const [store, other] = stores;
  await runOn(url, REFUSE_EVENTS);
  try {
    await expect(store?.repos.inbox.append(makeMessage())).rejects.toThrow('no room');
    expect([await store?.ready(), await other?.ready()]).toEqual([false, true]);
  } finally {
    await runOn(url, 'drop trigger refuse_events on inbox; drop function refuse_events');
  }
  expect(await Promise.all([store?.ready(), store?.ready()])).toEqual([true, true]);
  expect(await readRows(url, 'select * from inbox')).toEqual([]);
});

import { join } from 'node:path';
import { sql } from 'kysely';
import { describe, expect, it, onTestFinished } from 'vitest';
import { SetupError } from '../../../src/kernel/errors.ts';
import type { OpenedDatabase } from '../../../src/store/database.ts';
import { migrate } from '../../../src/store/migrate.ts';
import { migrations } from '../../../src/store/migrations/all.ts';
import { openDatabase } from '../../../src/store/open-database.ts';
import { copyTables } from '../../../src/store/transfer/copy-tables.ts';
import { copyToFile } from '../../../src/store/transfer/copy-to-file.ts';
import { openEmptyServer, openIdleSource } from '../../../src/store/transfer/open-ends.ts';
import { createDatabase, makePostgres } from '../../support/make-database.ts';
import { makeTestFolder } from '../../support/open-test-store.ts';
import { readRows } from '../../support/read-rows.ts';
import { runOn } from '../../support/run-on.ts';

function closed<T extends OpenedDatabase>(database: T): T {
  onTestFinished(() => database.close());
  return database;
}

async function makeServer(): Promise<string> {
  const { url, giveBack } = await makePostgres();
  onTestFinished(giveBack);
  return url;
}

/** A file with rows of every sort of value, more of them than are read at a time. */
async function makeFile(): Promise<{ file: string; database: OpenedDatabase }> {
  const file = join(makeTestFolder(), 'bot.db');
  const database = openDatabase(file, { exclusive: false });
  await migrate(database);
  await database.transact(async (db) => {
    for (let n = 0; n < 250; n += 1) {
      const key = `键 ${n} “’\\ \n${'x'.repeat(n)}`;
      await db
        .insertInto('meta')
        .values({ key, value: n % 2 === 0 ? '' : `${n}` })
        .execute();
    }
    const audit = { group_id: 'g', at: 't', actor_id: 'a', action: 'x', detail: '{}' };
    for (let n = 0; n < 7; n += 1) await db.insertInto('audit').values(audit).execute();
    await db.deleteFrom('audit').where('id', '>', 5).execute();
    await db.insertInto('people').values({ id: 'ou_1', name: '陈', chosen_group: null }).execute();
  });
  return { file, database };
}

describe('a copy of all tables', () => {
  it('has the same rows, counts on from the same numbers, and comes back the same', async () => {
    const { file, database } = await makeFile();
    const url = await makeServer();
    const target = closed(openDatabase(url, { exclusive: false }));

    const there = await copyTables(database, target);

    expect(there.find(({ table }) => table === 'meta')?.rows).toBe(250);
    expect(there.map(({ table }) => table)).toContain('outbox');
    const meta = 'select * from meta order by key';
    expect(await readRows(url, meta)).toEqual(await readRows(file, meta));
    const audit = { group_id: 'g', at: 't', actor_id: 'a', action: 'x', detail: '{}' };
    const next = await target.db.insertInto('audit').values(audit).returning('id').executeTakeFirst();
    expect(next).toEqual({ id: 8 });
    await target.db.deleteFrom('audit').where('id', '=', 8).execute();

    const back = join(makeTestFolder(), 'back.db');
    expect(await copyToFile(target, back)).toEqual(there);
    expect(await copyTables(database, closed(await openEmptyServer(await makeServer())))).toEqual(there);
    const again = closed(openDatabase(back, { exclusive: false }));
    const number = await again.db.insertInto('audit').values(audit).returning('id').executeTakeFirst();
    expect(number).toEqual({ id: 9 });
    await database.close();
  });

  it('is all or nothing', async () => {
    const { database } = await makeFile();
    onTestFinished(() => database.close());
    const url = await makeServer();
    const target = closed(openDatabase(url, { exclusive: false }));
    // Something that changes what is written, as a trigger of somebody else's would.
    await runOn(
      url,
      `create function spoil() returns trigger language plpgsql as $$ begin new.name := 'other'; return new; end $$;
       create trigger spoil before insert on people for each row execute function spoil()`,
    );
    onTestFinished(() => runOn(url, 'drop function spoil cascade').then(() => undefined));
    await expect(copyTables(database, target)).rejects.toThrow('table people reads differently');
    expect(await readRows(url, 'select * from meta')).toEqual([]);
  });
});

describe('the database to copy to', () => {
  it('gets its tables when it is new', async () => {
    const target = closed(await openEmptyServer(await createDatabase('template template0')));
    expect(await target.db.selectFrom('items').selectAll().execute()).toEqual([]);
  });

  it.each([
    ['rows', `insert into meta values ('a', 'b')`],
    ['files', `insert into blobs values ('a', 'b')`],
  ])('is refused with %s in it', async (_, statement) => {
    const url = await makeServer();
    await runOn(url, statement);
    await expect(openEmptyServer(url)).rejects.toThrow(SetupError);
    await expect(openEmptyServer(url)).rejects.toThrow('not empty');
  });

  it('is refused with tables of another program', async () => {
    const url = await createDatabase('template template0');
    await runOn(url, 'create table theirs (id text)');
    await expect(openEmptyServer(url)).rejects.toThrow('not empty (tables of another program)');
    expect(await readRows(url, `select tablename from pg_tables where schemaname = 'public'`)).toHaveLength(
      1,
    );
  });
});

describe('the database to copy from', () => {
  it('is refused while a bot uses it, file or server', async () => {
    const { file, database } = await makeFile();
    onTestFinished(() => database.close());
    const bot = closed(openDatabase(file, { exclusive: true }));
    await bot.db.selectFrom('meta').selectAll().execute();
    await expect(openIdleSource(file)).rejects.toThrow('another process is using this database');
    const url = await makeServer();
    const other = closed(openDatabase(url, { exclusive: true }));
    await sql`select 1`.execute(other.db);
    await expect(openIdleSource(url)).rejects.toThrow('in use over 1 connections');
  });

  it('has to be there, of this program, and up to date, and is left as it is', async () => {
    const missing = join(makeTestFolder(), 'bot.db');
    await expect(openIdleSource(missing)).rejects.toThrow('there is no such file');
    const older = openDatabase(missing, { exclusive: false });
    await migrate(older, { '0001-spine': migrations['0001-spine'] ?? { up: async () => undefined } });
    await older.close();
    await expect(openIdleSource(missing)).rejects.toThrow('not up to date');
    const names = 'select name from kysely_migration';
    expect(await readRows(missing, names)).toEqual([{ name: '0001-spine' }]);
  });
});

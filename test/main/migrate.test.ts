import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Kysely, type Migration, sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SetupError } from '../../src/kernel/errors.ts';
import type { OpenedDatabase } from '../../src/store/database.ts';
import { isMigrated, migrate } from '../../src/store/migrate.ts';
import { migrations } from '../../src/store/migrations/all.ts';
import { openDatabase } from '../../src/store/open-database.ts';

let folder: string;
let file: string;
const opened: OpenedDatabase[] = [];

const open = (path = file): OpenedDatabase => {
  const database = openDatabase(path, { exclusive: false });
  opened.push(database);
  return database;
};
const bring = (database: OpenedDatabase, known?: Readonly<Record<string, Migration>>) =>
  migrate(database, known);
const copies = () => readdirSync(folder).filter((name) => name.includes('.before-'));
const tables = async (database: OpenedDatabase) =>
  (await database.db.introspection.getTables()).map(({ name }) => name);

const addProbe: Migration = {
  up: (db: Kysely<unknown>) => sql`create table probe (id text)`.execute(db).then(),
};
const breakOff: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`create table probe (id text)`.execute(db);
    throw new Error('the power went');
  },
};
const withNext = (next: Migration) => ({ ...migrations, '9999-probe': next });

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'migrate-'));
  file = join(folder, 'bot.db');
});
afterEach(async () => {
  await Promise.all(opened.splice(0).map((database) => database.close()));
  rmSync(folder, { recursive: true, force: true });
});

describe('bringing a database up to date', () => {
  it('fills a new one without a copy, and then has nothing to do', async () => {
    const database = open();
    expect(await bring(database)).toEqual({ applied: Object.keys(migrations) });
    expect(await isMigrated(database.db)).toBe(true);
    expect(await bring(database)).toEqual({ applied: [] });
    expect(copies()).toEqual([]);
  });

  it('keeps the reports that were made before there were circulars', async () => {
    const database = open();
    const earlier = Object.entries(migrations).filter(([name]) => name < '0011');
    await bring(database, Object.fromEntries(earlier));
    await sql`insert into reports (id, group_id, month, template, version, made_by, made_at, facts, blob, draft_key)
      values ('r1', 'g', '2026-10', 'work-report', 2, 'p', 't', '{}', 'b', 'report:r1')`.execute(database.db);

    await bring(database);

    const [report] = await database.db.selectFrom('reports').selectAll().execute();
    expect(report).toMatchObject({ id: 'r1', kind: 'report', month: '2026-10', version: 2, blob: 'b' });
  });

  it('copies an older one first', async () => {
    const database = open();
    await bring(database);
    await database.db.insertInto('meta').values({ key: 'kept', value: 'yes' }).execute();

    const result = await bring(database, withNext(addProbe));

    const copy = `${file}.before-9999-probe`;
    expect(result).toEqual({ applied: ['9999-probe'], copy });
    expect(await tables(database)).toContain('probe');
    const before = open(copy);
    expect(await tables(before)).not.toContain('probe');
    expect(await before.db.selectFrom('meta').selectAll().execute()).toEqual([{ key: 'kept', value: 'yes' }]);
  });

  it('leaves nothing of a migration that broke off, and copies anew at the next try', async () => {
    const database = open();
    await bring(database);

    await expect(bring(database, withNext(breakOff))).rejects.toThrow('the power went');
    expect(await tables(database)).not.toContain('probe');

    const again = await bring(database, withNext(addProbe));
    expect(again).toEqual({ applied: ['9999-probe'], copy: `${file}.before-9999-probe-2` });
    expect(copies().filter((name) => !/-(wal|shm)$/.test(name))).toHaveLength(2);
  });

  it('refuses one that a newer program has written, and leaves it as it is', async () => {
    const database = open();
    await bring(database, withNext(addProbe));
    await database.close();
    opened.length = 0;
    const fingerprint = () => createHash('sha256').update(readFileSync(file)).digest('hex');
    const before = fingerprint();

    const older = open();
    const refused = await bring(older).catch((error: unknown) => error);

    expect(refused).toBeInstanceOf(SetupError);
    expect(String(refused)).toContain('9999-probe');
    await older.close();
    opened.length = 0;
    expect(fingerprint()).toBe(before);
    expect(copies()).toEqual([]);
  });
});

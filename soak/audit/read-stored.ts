import { type Clock, toStamp } from '../../src/kernel/clock.ts';
import { openDatabase } from '../../src/store/open-database.ts';
import type { Stored, StoredItem } from './evidence.ts';

/** What waits longer than any repeat is planned for another day. */
const LONGEST_WAIT = { minutes: 6 };

/** Looks into the database past the bots, which may be at work. */
export interface Reader {
  /** Events and drafts that are to be dealt with now or soon. */
  countOpen(): Promise<number>;
  read(): Promise<Stored>;
  close(): Promise<void>;
}

type Database = ReturnType<typeof openDatabase>['db'];

/** `clock`: the platform's. */
export function openReader(database: string, clock: Clock): Reader {
  const { db, close } = openDatabase(database, { exclusive: false });
  const countOpen = () => sumOpen(db, clock);
  return {
    countOpen,
    read: async () => ({
      items: await readItems(db),
      dead: await countIn(db, 'outbox', 'dead'),
      failed: await countIn(db, 'inbox', 'failed'),
      open: await countOpen(),
    }),
    close,
  };
}

export async function readItems(db: Database): Promise<readonly StoredItem[]> {
  const kept = await db
    .selectFrom('item_revisions')
    .select((eb) => ['item_id', eb.fn.countAll().as('count')])
    .groupBy('item_id')
    .execute();
  const revisions = new Map(kept.map(({ item_id, count }) => [item_id, Number(count)]));
  const items = await db
    .selectFrom('items')
    .select(['id', 'group_id', 'serial', 'number', 'source_message_id'])
    .execute();
  return items.map((row) => ({
    source: row.source_message_id,
    group: row.group_id,
    serial: row.serial,
    number: row.number,
    revisions: revisions.get(row.id) ?? 0,
  }));
}

async function countIn(db: Database, table: 'inbox' | 'outbox', state: string): Promise<number> {
  const { count } = await db
    .selectFrom(table)
    .select((eb) => eb.fn.countAll().as('count'))
    .where('state', '=', state)
    .executeTakeFirstOrThrow();
  return Number(count);
}

async function sumOpen(db: Database, clock: Clock): Promise<number> {
  const soon = toStamp(clock.now().add(LONGEST_WAIT));
  const { count } = await db
    .selectFrom('outbox')
    .select((eb) => eb.fn.countAll().as('count'))
    .where('state', '=', 'ready')
    .where('run_after', '<=', soon)
    .executeTakeFirstOrThrow();
  const taken = await Promise.all([
    countIn(db, 'outbox', 'leased'),
    countIn(db, 'inbox', 'ready'),
    countIn(db, 'inbox', 'claimed'),
  ]);
  return taken.reduce((sum, one) => sum + one, Number(count));
}

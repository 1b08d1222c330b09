import { type Kysely, sql } from 'kysely';

/**
 * What a lead makes of a month's items: whether an item is left out of the report's text, and the report's own wording
 * of it (JSON). `item_places`: where an item stands among those of its block in the report of that month.
 */
const CHANGES = [
  'alter table items add column left_out integer not null default 0',
  'alter table items add column wording text',
  `create table item_places (item_id text primary key, group_id text not null, month text not null,
     place integer not null)`,
  'create index item_places_month on item_places (group_id, month)',
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const change of CHANGES) await sql.raw(change).execute(db);
}

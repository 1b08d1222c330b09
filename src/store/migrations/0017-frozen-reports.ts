import { type Kysely, sql } from 'kysely';

/**
 * Final versions: when and by whom frozen, and the file without a draft's lists. `frozen_items`: which items a frozen
 * month prints, each in one month alone. `late_choices`: where a lead wants an item that came after the freezing.
 */
const CHANGES = [
  'alter table reports add column frozen_at text',
  'alter table reports add column frozen_by text',
  'alter table reports add column final_key text',
  'alter table reports add column final_blob text',
  'create table frozen_items (item_id text primary key, group_id text not null, month text not null)',
  'create index frozen_items_month on frozen_items (group_id, month)',
  `create table late_choices (item_id text primary key, choice text not null, decided_by text not null,
     decided_at text not null)`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const change of CHANGES) await sql.raw(change).execute(db);
}

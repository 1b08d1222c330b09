import { type Kysely, sql } from 'kysely';

/**
 * Days that a group's calendar makes worked or off. `calendar_version` is new with every change, so that a calendar
 * that was read once is known to be the present one.
 */
const CHANGES = [
  `create table calendar_days (group_id text not null, day text not null, kind text not null, note text not null,
     set_by text not null, set_at text not null, primary key (group_id, day))`,
  'alter table groups add column calendar_version text',
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const change of CHANGES) await sql.raw(change).execute(db);
}

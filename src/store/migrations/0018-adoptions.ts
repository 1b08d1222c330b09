import { type Kysely, sql } from 'kysely';

/** The directory of outlets, what was pitched to them, what they printed, and figures of months before the bot. */
const CHANGES = [
  `create table outlets (group_id text not null, name text not null, level text not null, aliases text not null,
     address text not null, format text not null, deadline text not null, position integer not null, removed_at text,
     primary key (group_id, name))`,
  `create table pitches (item_id text not null, outlet text not null, group_id text not null, pitched_by text not null,
     pitched_at text not null, primary key (item_id, outlet))`,
  `create table adoptions (id text primary key, group_id text not null, item_id text not null, outlet text not null,
     date text not null, link text, place text not null, registered_by text not null, registered_at text not null,
     cancelled_by text, cancelled_at text)`,
  `create unique index adoptions_once on adoptions (item_id, outlet, date) where cancelled_at is null`,
  'create index adoptions_date on adoptions (group_id, date)',
  `create table known_months (group_id text not null, department_id text not null, month text not null,
     submitted integer not null, adopted integer, set_by text not null, set_at text not null,
     primary key (group_id, month, department_id))`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const change of CHANGES) await sql.raw(change).execute(db);
}

import { type Kysely, sql } from 'kysely';

/** What the lead asks departments to write, and the items that answer it. */
const CHANGES = [
  `create table commissions (id text primary key, group_id text not null, serial integer not null, topic text not null,
     brief text not null, due_on text not null, asked_by text not null, asked_at text not null, cancelled_at text,
     unique (group_id, serial))`,
  `create table commission_departments (commission_id text not null, department_id text not null,
     position integer not null, primary key (commission_id, department_id))`,
  `create table commission_items (commission_id text not null, item_id text not null,
     primary key (commission_id, item_id))`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const change of CHANGES) await sql.raw(change).execute(db);
}

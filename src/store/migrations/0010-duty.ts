import { type Kysely, sql } from 'kysely';

/** What departments owe: items a week from a day on, weeks they are excused from, and which one a merger left. */
const CHANGES = [
  `create table department_quotas (department_id text not null, items integer not null, from_date text not null,
     primary key (department_id, from_date))`,
  'alter table departments add column merged_into text',
  `create table excuses (id integer primary key autoincrement, group_id text not null, department_id text not null,
     week text not null, reason text not null, person_id text not null, at text not null, cancelled_by text,
     cancelled_at text)`,
  'create unique index excuses_in_force on excuses (department_id, week) where cancelled_at is null',
  'create index excuses_week on excuses (group_id, week)',
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const change of CHANGES) await sql.raw(change).execute(db);
}

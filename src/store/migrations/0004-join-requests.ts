import { type Kysely, sql } from 'kysely';

/** People ask to report for a department; an admin decides. One open request for a person and department at a time. */
const CHANGES = [
  `create table join_requests (id text primary key, group_id text not null, department_id text not null,
     person_id text not null, asked_at text not null, state text not null, decided_by text, decided_at text)`,
  `create unique index join_requests_open on join_requests (department_id, person_id) where state = 'waiting'`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const change of CHANGES) await sql.raw(change).execute(db);
}

import { type Kysely, sql } from 'kysely';

/** What several processes have to share besides the rest: files, and when something was last sent. */
const CHANGES = [
  'create table blobs (hash text primary key, bytes blob not null)',
  'create table sends (id text primary key, lane text not null, last_at text not null)',
  'create index sends_last on sends (last_at)',
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const change of CHANGES) await sql.raw(change).execute(db);
}

import { type Kysely, sql } from 'kysely';

/** Pictures and files that belong to items. `run_after` is both the moment of the next try and the end of a claim. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`create table attachments (id text primary key, item_id text not null, group_id text not null,
      message_id text not null, file_key text not null, kind text not null, name text not null, state text not null,
      blob text, bytes integer, media_type text, position integer not null, reason text, attempts integer not null,
      run_after text not null, unique (item_id, message_id, file_key))`)
    .execute(db);
  await sql.raw('create index attachments_item on attachments (item_id, position)').execute(db);
  await sql.raw('create index attachments_message on attachments (message_id)').execute(db);
  await sql
    .raw(`create index attachments_open on attachments (run_after) where state = 'pending'`)
    .execute(db);
  await sql.raw('create index items_author on items (group_id, author_id, submitted_at)').execute(db);
}

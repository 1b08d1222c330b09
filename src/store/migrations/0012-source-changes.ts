import { type Kysely, sql } from 'kysely';

/** What became of the messages that items came from: found when they were read back, and decided by a person once. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(
      `create table source_changes (
        item_id text not null,
        hash text not null,
        kind text not null,
        edit text,
        state text not null,
        found_at text not null,
        decided_by text,
        decided_at text,
        primary key (item_id, hash))`,
    )
    .execute(db);
}

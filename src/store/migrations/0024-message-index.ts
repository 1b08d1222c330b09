import { type Kysely, sql } from 'kysely';

/** Finds what a sent message says, for a reply to it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(
      'create index outbox_message on outbox (message_id) where message_id is not null and redraws is null',
    )
    .execute(db);
}

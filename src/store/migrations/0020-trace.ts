import { type Kysely, sql } from 'kysely';

/** What a message was planned because of: an event's id, or a schedule's moment. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw('alter table outbox add column trace text').execute(db);
}

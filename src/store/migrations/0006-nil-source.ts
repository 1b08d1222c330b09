import { type Kysely, sql } from 'kysely';

/** Which message declared a nil report, so that recalling the message takes it back. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw('alter table nils add column source_message_id text').execute(db);
}

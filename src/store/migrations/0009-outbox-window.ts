import { type Kysely, sql } from 'kysely';

/** Until when a message may leave, and until when it is of use. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw('alter table outbox add column not_after text').execute(db);
  await sql.raw('alter table outbox add column useful_until text').execute(db);
}

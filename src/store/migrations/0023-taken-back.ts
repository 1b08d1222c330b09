import { type Kysely, sql } from 'kysely';

/** Why a message that is on its way is not wanted any more: it is not tried again. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw('alter table outbox add column taken_back text').execute(db);
}

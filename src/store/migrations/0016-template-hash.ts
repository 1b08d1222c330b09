import { type Kysely, sql } from 'kysely';

/** Which text of its template a version was filled from; unknown for versions made before. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table reports add column template_hash text`.execute(db);
}

import { type Kysely, sql } from 'kysely';

/** What a tick asks about each group: its messages by state, and the items it shares in a week. */
const INDEXES = ['outbox_group on outbox (group_id, state)', 'co_owners_week on co_owners (week)'];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const index of INDEXES) await sql.raw(`create index ${index}`).execute(db);
}

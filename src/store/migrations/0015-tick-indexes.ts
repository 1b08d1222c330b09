import { type Kysely, sql } from 'kysely';

/** What a tick asks about each group: its messages by state, and what was declared and shared in a week. */
const INDEXES = [
  'outbox_group on outbox (group_id, state)',
  'nils_week on nils (group_id, week)',
  'co_owners_week on co_owners (week)',
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const index of INDEXES) await sql.raw(`create index ${index}`).execute(db);
}

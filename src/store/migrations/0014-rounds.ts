import { type Kysely, sql } from 'kysely';

/** What each round of reminders found and did, and drafts that redraw a card which was sent under another key. */
const CHANGES = [
  `create table rounds (group_id text not null, key text not null, week text not null, kind text not null,
     at text not null, outcome text not null, findings text not null, card_key text, card_digest text,
     primary key (group_id, key))`,
  'create index rounds_week on rounds (group_id, week)',
  'create index rounds_card on rounds (group_id, at) where card_key is not null',
  'alter table outbox add column redraws text',
  'create index outbox_redraws on outbox (redraws) where redraws is not null',
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const change of CHANGES) await sql.raw(change).execute(db);
}

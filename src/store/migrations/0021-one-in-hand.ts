import { type Kysely, sql } from 'kysely';

/** Of a chat one event is in hand at a time, of a lane one message, whoever works them off. */
const CHANGES = [
  `update inbox set state = 'ready' where state = 'claimed'`,
  `update outbox set state = 'ready' where state = 'leased'`,
  `create unique index inbox_in_hand on inbox (chat_id) where state = 'claimed'`,
  `create unique index outbox_in_hand on outbox (lane) where state = 'leased'`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const change of CHANGES) await sql.raw(change).execute(db);
}

import { type Kysely, sql } from 'kysely';

/** Reviews leave a note, and an item says whether it may be published. */
const CHANGES = [
  'item_revisions add column note text',
  `items add column secrecy text not null default 'unjudged'`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const change of CHANGES) await sql.raw(`alter table ${change}`).execute(db);
}

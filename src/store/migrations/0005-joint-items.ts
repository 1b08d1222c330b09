import { type Kysely, sql } from 'kysely';

/** Departments that share an item, with the week in which each sent its own copy. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(
      `create table co_owners (item_id text not null, department_id text not null, week text not null,
         late integer not null, primary key (item_id, department_id))`,
    )
    .execute(db);
}

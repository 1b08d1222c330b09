import { type Kysely, sql } from 'kysely';

/** Times in which a department was closed and that are over: it owes nothing for them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(
      `create table department_closures (
        department_id text not null,
        from_date text not null,
        to_date text not null,
        primary key (department_id, from_date))`,
    )
    .execute(db);
}

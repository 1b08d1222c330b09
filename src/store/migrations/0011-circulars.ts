import { type Kysely, sql } from 'kysely';

/** Circulars are versions like reports; each kind counts its own. SQLite changes a table's unique key only with the table. */
const CHANGES = [
  `create table versions (id text primary key, group_id text not null, kind text not null, month text not null,
     template text not null, version integer not null, made_by text not null, made_at text not null,
     facts text not null, blob text, draft_key text not null, unique (group_id, kind, month, version))`,
  `insert into versions (id, group_id, kind, month, template, version, made_by, made_at, facts, blob, draft_key)
     select id, group_id, 'report', month, template, version, made_by, made_at, facts, blob, draft_key from reports`,
  `drop table reports`,
  `alter table versions rename to reports`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const change of CHANGES) await sql.raw(change).execute(db);
}

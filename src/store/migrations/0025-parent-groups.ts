import { type Kysely, sql } from 'kysely';

/**
 * Groups that stand below one another: `pairing_codes` are handed out by the upper one for one of its departments,
 * `group_links` say who is whose department, and `item_origins` where an item came from that was handed up.
 */
const CHANGES = [
  `create table pairing_codes (hash text primary key, group_id text not null, department_id text not null,
     made_by text not null, made_at text not null, expires_at text not null, used_at text)`,
  `create table group_links (id text primary key, group_id text not null, parent_id text not null,
     department_id text not null, linked_by text not null, linked_at text not null, ended_by text, ended_at text)`,
  'create unique index group_links_child on group_links (group_id) where ended_at is null',
  'create unique index group_links_department on group_links (department_id) where ended_at is null',
  'create index group_links_parent on group_links (parent_id)',
  `create table item_origins (item_id text primary key, group_id text not null, origin_item_id text not null,
     origin_group_id text not null, unit text not null, number text not null, department text not null,
     month text not null, version integer not null, digest text not null, handed_up_by text not null,
     handed_up_at text not null)`,
  'create unique index item_origins_once on item_origins (origin_item_id, group_id)',
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const change of CHANGES) await sql.raw(change).execute(db);
}

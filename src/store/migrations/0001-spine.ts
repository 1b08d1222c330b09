import { type Kysely, sql } from 'kysely';

const TABLES = [
  'meta (key text primary key, value text not null)',
  `groups (id text primary key, name text not null, settings text not null, enabled_at text, enabled_by text,
     removed_at text, created_at text not null)`,
  'people (id text primary key, name text not null, chosen_group text)',
  `members (group_id text not null, person_id text not null, since text not null, until text,
     primary key (group_id, person_id))`,
  `roles (group_id text not null, person_id text not null, role text not null, since text not null,
     primary key (group_id, person_id, role))`,
  `departments (id text primary key, group_id text not null, position integer not null, opened_on text not null,
     closed_on text)`,
  `department_names (department_id text not null, name text not null, from_date text not null,
     primary key (department_id, from_date))`,
  `reporters (department_id text not null, person_id text not null, kind text not null, from_date text not null,
     to_date text, primary key (department_id, person_id, from_date))`,
  `items (id text primary key, group_id text not null, serial integer not null, number text not null,
     department_id text not null, month_serial integer not null, submitted_month text not null,
     submitted_at text not null, week text not null, month text not null, late integer not null, event_date text,
     section text not null, title text not null, body text not null, campaign text, outlets text, state text not null,
     approvals integer not null, author_id text not null, source_message_id text not null, revision integer not null,
     unique (group_id, serial), unique (group_id, number), unique (source_message_id))`,
  `item_revisions (item_id text not null, revision integer not null, at text not null, actor_id text not null,
     action text not null, snapshot text not null, primary key (item_id, revision))`,
  `nils (group_id text not null, department_id text not null, week text not null, reason text not null,
     person_id text not null, at text not null, late integer not null, primary key (department_id, week))`,
  `inbox (id integer primary key autoincrement, dedupe_key text not null unique, event_id text not null,
     chat_id text not null, kind text not null, payload text, received_at text not null, state text not null,
     run_after text not null, lease_until text, attempts integer not null, outcome text)`,
  `outbox (id integer primary key autoincrement, key text not null unique, group_id text, lane text not null,
     target text not null, message text not null, prepared text, state text not null, run_after text not null,
     lease_until text, attempts integer not null, first_try_at text, message_id text, error text,
     created_at text not null, sent_at text)`,
  'tombstones (message_id text primary key, recalled_at text not null)',
  `fired (schedule text not null, group_id text not null, due text not null, at text not null,
     outcome text not null, primary key (schedule, group_id, due))`,
  `reports (id text primary key, group_id text not null, month text not null, template text not null,
     version integer not null, made_by text not null, made_at text not null, facts text not null, blob text,
     draft_key text not null, unique (group_id, month, version))`,
  `audit (id integer primary key autoincrement, group_id text not null, at text not null, actor_id text not null,
     action text not null, detail text not null)`,
];

const INDEXES = [
  `inbox_open on inbox (chat_id, id) where state in ('ready', 'claimed')`,
  `inbox_ready on inbox (id) where state = 'ready'`,
  `outbox_open on outbox (lane, id) where state in ('ready', 'leased')`,
  `outbox_ready on outbox (id) where state = 'ready'`,
  'items_month on items (group_id, month)',
  'items_week on items (group_id, week)',
  'members_person on members (person_id)',
  'departments_group on departments (group_id)',
  'reporters_person on reporters (person_id)',
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const table of TABLES) await sql.raw(`create table ${table}`).execute(db);
  for (const index of INDEXES) await sql.raw(`create index ${index}`).execute(db);
}

import type { Generated } from 'kysely';

/**
 * The tables, in the column subset that every database we support shares: text for ids, ISO-8601 UTC stamps, plain
 * dates and JSON; integers for counts and 0/1; bytes in one table alone.
 */
export interface Schema {
  meta: { key: string; value: string };
  groups: {
    id: string;
    name: string;
    settings: string;
    calendar_version: string | null;
    enabled_at: string | null;
    enabled_by: string | null;
    removed_at: string | null;
    created_at: string;
  };
  calendar_days: {
    group_id: string;
    day: string;
    kind: string;
    note: string;
    set_by: string;
    set_at: string;
  };
  people: { id: string; name: string; chosen_group: string | null };
  members: { group_id: string; person_id: string; since: string; until: string | null };
  roles: { group_id: string; person_id: string; role: string; since: string };
  departments: {
    id: string;
    group_id: string;
    position: number;
    opened_on: string;
    closed_on: string | null;
    merged_into: string | null;
  };
  department_closures: { department_id: string; from_date: string; to_date: string };
  department_names: { department_id: string; name: string; from_date: string };
  department_quotas: { department_id: string; items: number; from_date: string };
  reporters: {
    department_id: string;
    person_id: string;
    kind: string;
    from_date: string;
    to_date: string | null;
  };
  join_requests: {
    id: string;
    group_id: string;
    department_id: string;
    person_id: string;
    asked_at: string;
    state: string;
    decided_by: string | null;
    decided_at: string | null;
  };
  items: {
    id: string;
    group_id: string;
    serial: number;
    number: string;
    department_id: string;
    month_serial: number;
    submitted_month: string;
    submitted_at: string;
    week: string;
    month: string;
    late: number;
    event_date: string | null;
    section: string;
    title: string;
    body: string;
    campaign: string | null;
    outlets: string | null;
    state: string;
    approvals: number;
    author_id: string;
    source_message_id: string;
    revision: number;
    secrecy: Generated<string>;
    left_out: Generated<number>;
    wording: string | null;
  };
  attachments: {
    id: string;
    item_id: string;
    group_id: string;
    message_id: string;
    file_key: string;
    kind: string;
    name: string;
    state: string;
    blob: string | null;
    bytes: number | null;
    media_type: string | null;
    position: number;
    reason: string | null;
    attempts: number;
    run_after: string;
  };
  co_owners: { item_id: string; department_id: string; week: string; late: number };
  item_revisions: {
    item_id: string;
    revision: number;
    at: string;
    actor_id: string;
    action: string;
    snapshot: string;
    note: string | null;
  };
  source_changes: {
    item_id: string;
    hash: string;
    kind: string;
    edit: string | null;
    state: string;
    found_at: string;
    decided_by: string | null;
    decided_at: string | null;
  };
  nils: {
    group_id: string;
    department_id: string;
    week: string;
    reason: string;
    person_id: string;
    at: string;
    late: number;
    source_message_id: string | null;
  };
  excuses: {
    id: Generated<number>;
    group_id: string;
    department_id: string;
    week: string;
    reason: string;
    person_id: string;
    at: string;
    cancelled_by: string | null;
    cancelled_at: string | null;
  };
  inbox: {
    id: Generated<number>;
    dedupe_key: string;
    event_id: string;
    chat_id: string;
    kind: string;
    payload: string | null;
    received_at: string;
    state: string;
    run_after: string;
    lease_until: string | null;
    attempts: number;
    outcome: string | null;
  };
  outbox: {
    id: Generated<number>;
    key: string;
    group_id: string | null;
    lane: string;
    target: string;
    message: string;
    prepared: string | null;
    state: string;
    run_after: string;
    not_after: string | null;
    useful_until: string | null;
    redraws: string | null;
    taken_back: string | null;
    trace: string | null;
    lease_until: string | null;
    attempts: number;
    first_try_at: string | null;
    message_id: string | null;
    error: string | null;
    created_at: string;
    sent_at: string | null;
  };
  commissions: {
    id: string;
    group_id: string;
    serial: number;
    topic: string;
    brief: string;
    due_on: string;
    asked_by: string;
    asked_at: string;
    cancelled_at: string | null;
  };
  commission_departments: { commission_id: string; department_id: string; position: number };
  commission_items: { commission_id: string; item_id: string };
  outlets: {
    group_id: string;
    name: string;
    level: string;
    aliases: string;
    address: string;
    format: string;
    deadline: string;
    position: number;
    removed_at: string | null;
  };
  pitches: { item_id: string; outlet: string; group_id: string; pitched_by: string; pitched_at: string };
  adoptions: {
    id: string;
    group_id: string;
    item_id: string;
    outlet: string;
    date: string;
    link: string | null;
    place: string;
    registered_by: string;
    registered_at: string;
    cancelled_by: string | null;
    cancelled_at: string | null;
  };
  known_months: {
    group_id: string;
    department_id: string;
    month: string;
    submitted: number;
    adopted: number | null;
    set_by: string;
    set_at: string;
  };
  rounds: {
    group_id: string;
    key: string;
    week: string;
    kind: string;
    at: string;
    outcome: string;
    findings: string;
    card_key: string | null;
    card_digest: string | null;
  };
  /** Bytes by their SHA-256, where files do not lie in a folder. */
  blobs: { hash: string; bytes: Uint8Array };
  /** What was sent in the last minute: of each send when it was last on its way. */
  sends: { id: string; lane: string; last_at: string };
  tombstones: { message_id: string; recalled_at: string };
  fired: { schedule: string; group_id: string; due: string; at: string; outcome: string };
  reports: {
    id: string;
    group_id: string;
    kind: string;
    month: string;
    template: string;
    template_hash: string | null;
    version: number;
    made_by: string;
    made_at: string;
    facts: string;
    blob: string | null;
    draft_key: string;
    frozen_at: string | null;
    frozen_by: string | null;
    final_key: string | null;
    final_blob: string | null;
  };
  item_places: { item_id: string; group_id: string; month: string; place: number };
  frozen_items: { item_id: string; group_id: string; month: string };
  pairing_codes: {
    hash: string;
    group_id: string;
    department_id: string;
    made_by: string;
    made_at: string;
    expires_at: string;
    used_at: string | null;
  };
  /** `group_id` is the lower group; the department is one of the upper group's. */
  group_links: {
    id: string;
    group_id: string;
    parent_id: string;
    department_id: string;
    linked_by: string;
    linked_at: string;
    ended_by: string | null;
    ended_at: string | null;
  };
  /** `item_id` and `group_id` are the upper group's. */
  item_origins: {
    item_id: string;
    group_id: string;
    origin_item_id: string;
    origin_group_id: string;
    unit: string;
    number: string;
    department: string;
    month: string;
    version: number;
    digest: string;
    handed_up_by: string;
    handed_up_at: string;
  };
  late_choices: { item_id: string; choice: string; decided_by: string; decided_at: string };
  audit: {
    id: Generated<number>;
    group_id: string;
    at: string;
    actor_id: string;
    action: string;
    detail: string;
  };
}

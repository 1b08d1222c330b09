import { existsSync } from 'node:fs';
import { GRANTED_ROLES, type GrantedRole, type Person } from '../domain/people/role.ts';
import { type Clock, type Instant, toStamp } from '../kernel/clock.ts';
import { SetupError } from '../kernel/errors.ts';
import { readGroupRows } from './group-rows.ts';
import { isMigrated } from './migrate.ts';
import { isPostgres, openDatabase } from './open-database.ts';
import { readOwn } from './read-settings.ts';
import { BlobRepo } from './repos/blobs.ts';
import { DepartmentRepo } from './repos/departments.ts';
import { ItemRepo } from './repos/items.ts';
import { PeopleRepo } from './repos/people.ts';
import { PersonalDataRepo } from './repos/personal-data.ts';
import { RecordRepo } from './repos/records.ts';
import { type Executor, present } from './row-shape.ts';

export interface GroupSummary {
  /** The platform's chat id. */
  readonly id: string;
  readonly name: string;
  /** False when the bot has been taken out of the group. */
  readonly present: boolean;
  readonly enabled: boolean;
  /** Whether its reports are followed by online documents; undefined where it goes by the operator's default. */
  readonly onlineDocument: boolean | undefined;
}

/** A member of a group with the roles handed out to them. */
export interface Holder extends Person {
  readonly roles: readonly GrantedRole[];
}

export interface Failures {
  readonly events: number;
  readonly messages: number;
  /** Why the last message was given up, in the platform's words. */
  readonly lastError?: string;
}

export type OperatorStore = Awaited<ReturnType<typeof openOperatorStore>>;

/**
 * What the operator looks up and mends from the server's command line, also while the bot runs. Changes neither schema
 * nor claims; throws SetupError when there is no database yet or it is not up to date.
 */
export async function openOperatorStore(url: string, clock: Clock) {
  if (!isPostgres(url) && !existsSync(url)) {
    throw new SetupError([`${url}: there is no database yet; start the bot once, or set DATABASE_URL`]);
  }
  const { db, transact, close } = openDatabase(url, { exclusive: false });
  if (!(await isMigrated(db))) {
    await close();
    throw new SetupError([
      `${isPostgres(url) ? 'DATABASE_URL' : url}: the database is not up to date; stop the bot and run migrate first`,
    ]);
  }
  return {
    /** Files, where they are kept in the database. */
    blobs: new BlobRepo(db),
    groups: () => readGroups(db),
    /** Everyone in the group now, by name. */
    members: (groupId: string) => readMembers(db, groupId),
    /** A message of the group that the platform should still know, for trying the right to read it. */
    recentMessage: (groupId: string) => readRecentMessage(db, groupId),
    /** All that is kept of a group. */
    rowsOf: (groupId: string) => readGroupRows(db, groupId),
    /** What has been given up since an instant. */
    failures: (since: Instant) => readFailures(db, toStamp(since)),
    /** Makes a person an admin and records that the operator did so. False when they were one already. */
    grantAdmin: (groupId: string, personId: string) =>
      transact(async (trx) => {
        const people = new PeopleRepo(trx);
        if ((await people.roles(groupId, personId)).includes('admin')) return false;
        const at = toStamp(clock.now());
        await people.grant(groupId, personId, 'admin', at);
        const detail = { role: 'admin', people: [personId] };
        await new RecordRepo(trx).audit({ groupId, at, actorId: 'operator', action: 'role.grant', detail });
        return true;
      }),
    /** Something done with what is kept about people, all or nothing. */
    aboutPeople: <T>(work: (repos: ReturnType<typeof bindPeople>) => Promise<T>): Promise<T> =>
      transact((trx) => work(bindPeople(trx))),
    close,
  };
}

function bindPeople(db: Executor) {
  return {
    people: new PeopleRepo(db),
    departments: new DepartmentRepo(db),
    items: new ItemRepo(db),
    personalData: new PersonalDataRepo(db),
    records: new RecordRepo(db),
  };
}

async function readGroups(db: Executor): Promise<readonly GroupSummary[]> {
  const rows = await db.selectFrom('groups').selectAll().orderBy('name').orderBy('id').execute();
  return rows.map(({ id, name, enabled_at, removed_at, settings }) => ({
    id,
    name,
    present: removed_at === null,
    enabled: enabled_at !== null,
    onlineDocument: readOwn(settings).onlineDocument,
  }));
}

async function readMembers(db: Executor, groupId: string): Promise<readonly Holder[]> {
  const people = new PeopleRepo(db);
  const ids = [...(await people.members(groupId))];
  const [names, holders] = [await people.names(ids), await people.holders(groupId)];
  const members = ids.map((id) => ({
    id,
    name: names.get(id) ?? '',
    roles: GRANTED_ROLES.filter((role) =>
      holders.some((holder) => holder.personId === id && holder.role === role),
    ),
  }));
  return members.sort((a, b) => a.name.localeCompare(b.name, 'zh') || a.id.localeCompare(b.id));
}

async function readRecentMessage(db: Executor, groupId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('items')
    .select('source_message_id')
    .where('group_id', '=', groupId)
    // Neither a form nor a further item of one message.
    .where('source_message_id', 'like', 'om%')
    .where('source_message_id', 'not like', '%#%')
    .orderBy('submitted_at', 'desc')
    .executeTakeFirst();
  return row?.source_message_id;
}

async function readFailures(db: Executor, since: string): Promise<Failures> {
  const events = await db
    .selectFrom('inbox')
    .select('id')
    .where('state', '=', 'failed')
    .where('received_at', '>=', since)
    .execute();
  const messages = await db
    .selectFrom('outbox')
    .select('error')
    .where('state', '=', 'dead')
    .where('created_at', '>=', since)
    .orderBy('id')
    .execute();
  const counts = { events: events.length, messages: messages.length };
  return { ...counts, ...present({ lastError: messages.at(-1)?.error }) };
}

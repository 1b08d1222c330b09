import type { GroupSettings } from '../domain/group/settings.ts';
import type { Clock } from '../kernel/clock.ts';
import { createInbox } from './inbox.ts';
import { isMigrated, migrate } from './migrate.ts';
import { openDatabase } from './open-database.ts';
import { createOutbox } from './outbox.ts';
import { createDepartmentRepo } from './repos/departments.ts';
import { createGroupRepo } from './repos/groups.ts';
import { createItemRepo } from './repos/items.ts';
import { createNilRepo } from './repos/nils.ts';
import { createPeopleRepo } from './repos/people.ts';
import { createRecordRepo } from './repos/records.ts';
import { createReportRepo } from './repos/reports.ts';
import type { Executor } from './row-shape.ts';

export type Store = Awaited<ReturnType<typeof openStore>>;

/** Every repo, bound to one transaction (or to none, for single reads). */
export type Repos = ReturnType<typeof bindRepos>;

export interface StoreOptions {
  readonly url: string;
  readonly clock: Clock;
  readonly defaults: GroupSettings;
  /** True for the serving process, which takes over what a dead one had claimed; false for the command line. */
  readonly exclusive: boolean;
}

function bindRepos(db: Executor, { clock, defaults }: StoreOptions) {
  return {
    groups: createGroupRepo(db, defaults),
    people: createPeopleRepo(db),
    departments: createDepartmentRepo(db),
    items: createItemRepo(db),
    nils: createNilRepo(db),
    reports: createReportRepo(db),
    records: createRecordRepo(db),
    inbox: createInbox(db, clock),
    outbox: createOutbox(db, clock),
  };
}

/** Opens the database, brings it up to date and takes over open work. Throws SetupError with the remedy. */
export async function openStore(options: StoreOptions) {
  const database = openDatabase(options.url, options);
  const { db } = database;
  try {
    await migrate(db, (name) => database.backup(`${options.url.replace(/^file:/, '')}.${name}`));
  } catch (reason) {
    await database.close();
    throw reason;
  }
  const repos = bindRepos(db, options);
  if (options.exclusive) {
    await repos.inbox.recover({ expiredOnly: false });
    await repos.outbox.recover({ expiredOnly: false });
  }
  return {
    repos,
    /** All or nothing. Nothing slow belongs in here: on SQLite it holds up every other writer. */
    transaction: <T>(work: (repos: Repos) => Promise<T>): Promise<T> =>
      db.transaction().execute((trx) => work(bindRepos(trx, options))),
    ready: () => isMigrated(db),
    backup: database.backup,
    close: database.close,
  };
}

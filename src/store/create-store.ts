import type { GroupSettings } from '../domain/group/settings.ts';
import type { Outlet } from '../domain/outlet/outlet.ts';
import type { Clock } from '../kernel/clock.ts';
import { createAppend } from './append-event.ts';
import type { OpenedDatabase } from './database.ts';
import { type AppendEvent, Inbox } from './inbox.ts';
import { isMigrated, migrate } from './migrate.ts';
import { openDatabase } from './open-database.ts';
import { Outbox } from './outbox.ts';
import { isAway } from './postgres/errors.ts';
import { createReadSettings, type ReadSettings } from './read-settings.ts';
import { AdoptionRepo } from './repos/adoptions.ts';
import { AttachmentRepo } from './repos/attachments.ts';
import { BlobRepo } from './repos/blobs.ts';
import { CalendarDayRepo } from './repos/calendar-days.ts';
import { CommissionRepo } from './repos/commissions.ts';
import { DepartmentRepo } from './repos/departments.ts';
import { ExcuseRepo } from './repos/excuses.ts';
import { FrozenItemRepo } from './repos/frozen-items.ts';
import { GroupLinkRepo } from './repos/group-links.ts';
import { GroupRepo, HeldTooLate } from './repos/groups.ts';
import { ItemOriginRepo } from './repos/item-origins.ts';
import { ItemPlaceRepo } from './repos/item-places.ts';
import { ItemRepo } from './repos/items.ts';
import { JoinRequestRepo } from './repos/join-requests.ts';
import { JointItemRepo } from './repos/joint-items.ts';
import { KnownMonthRepo } from './repos/known-months.ts';
import { NilRepo } from './repos/nils.ts';
import { OutletRepo } from './repos/outlets.ts';
import { PeopleRepo } from './repos/people.ts';
import { PersonalDataRepo } from './repos/personal-data.ts';
import { PitchRepo } from './repos/pitches.ts';
import { RecordRepo } from './repos/records.ts';
import { ReportRepo } from './repos/reports.ts';
import { RetentionRepo } from './repos/retention.ts';
import { RoundRepo } from './repos/rounds.ts';
import { SourceChangeRepo } from './repos/source-changes.ts';
import type { Executor } from './row-shape.ts';
import { takeOver } from './take-over.ts';

export type Store = Awaited<ReturnType<typeof openStore>>;

/** Every repo, bound to one transaction (or to none, for single reads). */
export type Repos = ReturnType<typeof bindRepos>;

export interface StoreOptions {
  readonly url: string;
  readonly clock: Clock;
  readonly defaults: GroupSettings;
  /** What the directory of a new group begins with. Default: nothing. */
  readonly outlets?: readonly Outlet[];
  /** True for a serving process, which takes over what a dead one had claimed; false for the command line. */
  readonly exclusive: boolean;
}

interface Shared {
  readonly clock: Clock;
  readonly readSettings: ReadSettings;
  readonly outlets: readonly Outlet[];
  readonly append: AppendEvent;
}

function bindRepos(db: Executor, { clock, readSettings, outlets, append }: Shared, trace?: string) {
  return {
    groups: new GroupRepo(db, readSettings),
    groupLinks: new GroupLinkRepo(db),
    calendarDays: new CalendarDayRepo(db),
    people: new PeopleRepo(db),
    personalData: new PersonalDataRepo(db),
    departments: new DepartmentRepo(db),
    joinRequests: new JoinRequestRepo(db),
    items: new ItemRepo(db),
    itemOrigins: new ItemOriginRepo(db),
    itemPlaces: new ItemPlaceRepo(db),
    sourceChanges: new SourceChangeRepo(db),
    jointItems: new JointItemRepo(db),
    attachments: new AttachmentRepo(db, clock),
    blobs: new BlobRepo(db),
    nils: new NilRepo(db),
    excuses: new ExcuseRepo(db),
    rounds: new RoundRepo(db),
    reports: new ReportRepo(db),
    frozenItems: new FrozenItemRepo(db),
    commissions: new CommissionRepo(db),
    outlets: new OutletRepo(db, outlets),
    pitches: new PitchRepo(db),
    adoptions: new AdoptionRepo(db),
    knownMonths: new KnownMonthRepo(db),
    records: new RecordRepo(db),
    retention: new RetentionRepo(db),
    inbox: new Inbox(db, clock, append),
    outbox: new Outbox(db, clock, trace),
  };
}

/** Opens the database, brings it up to date and takes over open work. Throws SetupError with the remedy. */
export async function openStore(options: StoreOptions) {
  const database = openDatabase(options.url, options);
  const { db } = database;
  try {
    await database.reach();
    await migrate(database);
  } catch (reason) {
    await database.close();
    throw reason;
  }
  const intake = watchIntake(database.storeEvents, () =>
    database.transact((trx) => bindRepos(trx, shared).inbox.tryOut()),
  );
  const shared: Shared = {
    clock: options.clock,
    readSettings: createReadSettings(options.defaults),
    outlets: options.outlets ?? [],
    append: createAppend(intake.storeEvents, options.clock),
  };
  const repos = bindRepos(db, shared);
  if (options.exclusive) database.prepareForEvents();
  const takingOver = options.exclusive ? await takeOver(repos, database) : undefined;
  return {
    repos,
    /** See `OpenedDatabase`. */
    broken: database.broken,
    /** Undefined where no other process sends. */
    bookSends: database.bookSends,
    /**
     * All or nothing. The work may be done twice before it takes effect once. Nothing slow belongs in here: on SQLite it
     * holds up every other writer. `trace` names what it is because of; the drafts planned in it keep that for the log.
     */
    transaction: <T>(work: (repos: Repos) => Promise<T>, trace?: string): Promise<T> =>
      holdTogether((held) =>
        database.transact(async (trx) => {
          const inside = bindRepos(trx, shared, trace);
          await inside.groups.holdAll(held);
          return work(inside);
        }),
      ),
    /** Up to date, and events can be stored: the disk may be full while reading still works. */
    ready: async () => (await intake.works()) && (await isMigrated(db)),
    async close() {
      takingOver?.stop();
      await database.close();
    },
  };
}

/** Anew, with more groups held from the start, until there are none that come later. */
async function holdTogether<T>(
  work: (held: readonly string[]) => Promise<T>,
  held: readonly string[] = [],
): Promise<T> {
  try {
    return await work(held);
  } catch (error) {
    if (!(error instanceof HeldTooLate)) throw error;
    return holdTogether(work, error.ids);
  }
}

/**
 * Notes whether the last call succeeded. After one that did not, it is tried out whenever somebody asks: a proxy may
 * hand no event to a bot that is not ready.
 */
function watchIntake(storeEvents: OpenedDatabase['storeEvents'], tryOut: () => Promise<void>) {
  let works = true;
  return {
    async works() {
      works ||= await tryOut().then(
        () => true,
        () => false,
      );
      return works;
    },
    storeEvents: async (rows: Parameters<typeof storeEvents>[0]) => {
      try {
        const isNew = await storeEvents(rows);
        works = true;
        return isNew;
      } catch (reason) {
        // Whether a server is back can be seen without waiting for the next event.
        works = isAway(reason);
        throw reason;
      }
    },
  };
}

import { type Kysely, type Migration, Migrator } from 'kysely';
import { SetupError } from '../kernel/errors.ts';
import type { OpenedDatabase } from './database.ts';
import { migrations } from './migrations/all.ts';
import type { Schema } from './schema.ts';

type Migrations = Readonly<Record<string, Migration>>;

export interface MigrationResult {
  /** Names of the migrations that came in now, in order. */
  readonly applied: readonly string[];
  /** Path of the copy from before; a new database needs none, and PostgreSQL has none. */
  readonly copy?: string;
}

/** How a database stands to this program: what is still to come, and what only a newer program knows. */
export interface MigrationState {
  readonly applied: readonly string[];
  readonly pending: readonly string[];
  readonly foreign: readonly string[];
}

/**
 * Brings the database up to this program, all migrations or none. A database that a newer program has written is
 * refused (SetupError); before an existing SQLite file is changed, a copy is written beside it.
 */
export async function migrate(
  database: Pick<OpenedDatabase, 'db' | 'copyBeside' | 'forMigrations'>,
  known: Migrations = migrations,
): Promise<MigrationResult> {
  const state = compareMigrations(await appliedNames(database.db), known);
  refuseNewer('DATABASE_URL: the database', state);
  const [next] = state.pending;
  if (next === undefined) return { applied: [] };
  const path = state.applied.length > 0 ? await database.copyBeside(`before-${next}`) : undefined;
  const { error, results = [] } = await database.forMigrations((db) =>
    new Migrator({ db, provider: { getMigrations: async () => ({ ...known }) } }).migrateToLatest(),
  );
  if (error !== undefined) throw error;
  // Several that start at once wait for each other: what another one brought in is none of ours.
  const applied = results.map(({ migrationName }) => migrationName);
  return { applied, ...(path === undefined ? {} : { copy: path }) };
}

export function compareMigrations(
  applied: readonly string[],
  known: Migrations = migrations,
): MigrationState {
  return {
    applied,
    pending: Object.keys(known).filter((name) => !applied.includes(name)),
    foreign: applied.filter((name) => !(name in known)),
  };
}

/** Throws SetupError with the remedy when a newer program has been at work; `what` names the database. */
export function refuseNewer(what: string, { foreign }: MigrationState): void {
  if (foreign.length === 0) return;
  throw new SetupError([
    `${what} was written by a newer version of this program (unknown migrations: ${foreign.join(', ')}). Install that version again, or restore a backup made before the upgrade.`,
  ]);
}

/** How a database stands to this program. */
export async function readState(db: Kysely<Schema>): Promise<MigrationState> {
  return compareMigrations(await appliedNames(db));
}

/** True when every migration of this program is in. */
export async function isMigrated(db: Kysely<Schema>): Promise<boolean> {
  return (await readState(db)).pending.length === 0;
}

async function appliedNames(db: Kysely<Schema>): Promise<string[]> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some((table) => table.name === 'kysely_migration')) return [];
  const rows = await db
    .withTables<{ kysely_migration: { name: string } }>()
    .selectFrom('kysely_migration')
    .select('name')
    .orderBy('name')
    .execute();
  return rows.map((row) => row.name);
}

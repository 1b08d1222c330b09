import { type Kysely, type Migration, Migrator } from 'kysely';
import { SetupError } from '../kernel/errors.ts';
import { migrations } from './migrations/all.ts';
import type { Schema } from './schema.ts';

/**
 * Brings the database up to this program. A database that a newer program has written is refused (SetupError); before
 * an existing one is changed, `backup` writes a copy beside it.
 */
export async function migrate(
  db: Kysely<Schema>,
  backup: (name: string) => Promise<void>,
  known: Readonly<Record<string, Migration>> = migrations,
): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => ({ ...known }) } });
  const applied = await appliedNames(db);
  const foreign = applied.filter((name) => !(name in known));
  if (foreign.length > 0) {
    throw new SetupError([
      `DATABASE_URL: the database was written by a newer version of this program (unknown migrations: ${foreign.join(', ')}). Install that version again, or restore a backup made before the upgrade.`,
    ]);
  }
  const pending = Object.keys(known).filter((name) => !applied.includes(name));
  if (pending.length === 0) return;
  if (applied.length > 0) await backup(`before-${pending[0]}`);
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
}

/** True when every migration of this program is in. */
export async function isMigrated(db: Kysely<Schema>): Promise<boolean> {
  const applied = await appliedNames(db);
  return Object.keys(migrations).every((name) => applied.includes(name));
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

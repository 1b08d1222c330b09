import { sql } from 'kysely';
import { type MigrationState, readState } from '../migrate.ts';
import type { Executor } from '../row-shape.ts';
import type { Contents } from '../sqlite/backup/read-database.ts';
import { APPLICATION } from './create-pool.ts';
import { openPostgres } from './open-postgres.ts';

export interface Inspection {
  readonly migrations: MigrationState;
  /** Undefined while there are no tables. */
  readonly contents: Contents | undefined;
  /** Connections of serving bots. */
  readonly connections: number;
}

/** Looks at a PostgreSQL database and changes nothing. Throws what the server, or the lack of one, says. */
export async function inspectPostgres(url: string): Promise<Inspection> {
  const { db, close } = openPostgres(url);
  try {
    const migrations = await readState(db);
    const contents = migrations.applied.length === 0 ? undefined : await countContents(db);
    return { migrations, contents, connections: await countConnections(db) };
  } finally {
    await close();
  }
}

async function countContents(db: Executor): Promise<Contents> {
  const count = async (table: 'groups' | 'items' | 'reports') =>
    (
      await db
        .selectFrom(table)
        .select((eb) => eb.fn.countAll<number>().as('n'))
        .executeTakeFirstOrThrow()
    ).n;
  return { groups: await count('groups'), items: await count('items'), reports: await count('reports') };
}

async function countConnections(db: Executor): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*) as n from pg_stat_activity
    where datname = current_database() and application_name = ${APPLICATION} and pid <> pg_backend_pid()`.execute(
    db,
  );
  return rows[0]?.n ?? 0;
}

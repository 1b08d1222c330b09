import { parseArgs } from 'node:util';
import { environmentVariables, parseStorageEnvironment } from '../../config/environment.ts';
import { SetupError } from '../kernel/errors.ts';
import { isPostgres } from '../store/open-database.ts';
import { BlobRepo } from '../store/repos/blobs.ts';
import { type CopiedBlobs, copyBlobs } from '../store/transfer/copy-blobs.ts';
import { type CopiedTable, copyTables } from '../store/transfer/copy-tables.ts';
import { copyToFile } from '../store/transfer/copy-to-file.ts';
import { openEmptyServer, openIdleSource } from '../store/transfer/open-ends.ts';
import { describeDatabase } from './describe-database.ts';
import { openFolderBlobs } from './prepare-blobs.ts';
import { print } from './print.ts';

const USAGE = [
  'usage: npm run migrate-data -- --from file:… --to postgres://…    (or the other way round)',
  'The bot has to be stopped. Files lie in the folder blobs of DATA_DIR beside a file, and in the database on PostgreSQL.',
];

/** Where to copy from and to, as the settings write a database. */
interface Ends {
  readonly from: string;
  readonly to: string;
  readonly dataDir: string;
}

interface Copied {
  readonly tables: readonly CopiedTable[];
  readonly blobs: CopiedBlobs;
}

/**
 * `migrate-data --from … --to …`: copies all that is stored from an SQLite file to an empty PostgreSQL database, or back
 * into a new file, and compares it. The source stays as it is. Exits 1 when a blob was damaged.
 */
export async function migrateData(args: readonly string[]): Promise<void> {
  const ends = readEnds(args);
  const { tables, blobs } = await copy(ends);
  print(
    ...tables.map(({ table, rows, digest }) => `${table.padEnd(24)}${String(rows).padStart(9)}  ${digest}`),
  );
  print(`${'blobs'.padEnd(24)}${String(blobs.copied).padStart(9)}  each read back by its hash`);
  print(
    `copied ${describeDatabase(ends.from)} to ${describeDatabase(ends.to)}: rows and their sha256 are the same on both sides`,
  );
  if (blobs.damaged.length === 0) return;
  const lines = blobs.damaged.map((hash) => `blob ${hash}: damaged or unreadable, left out`);
  process.stderr.write(`${lines.join('\n')}\n`);
  process.exitCode = 1;
}

async function copy({ from, to, dataDir }: Ends): Promise<Copied> {
  const source = await openIdleSource(from);
  try {
    const kept = openFolderBlobs(dataDir);
    // Blobs first: what rows name is there as soon as they are, and a copy that broke off has none.
    if (!isPostgres(to)) {
      const blobs = await copyBlobs(new BlobRepo(source.db), kept);
      return { tables: await copyToFile(source, to), blobs };
    }
    const target = await openEmptyServer(to);
    try {
      const blobs = await copyBlobs(kept, new BlobRepo(target.db));
      return { tables: await copyTables(source, target), blobs };
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
}

function readEnds(args: readonly string[]): Ends {
  try {
    const options = { from: { type: 'string' }, to: { type: 'string' } } as const;
    const { from, to } = parseArgs({ args: [...args], options }).values;
    if (from !== undefined && to !== undefined && isPostgres(from) !== isPostgres(to)) {
      const { dataDir } = parseStorageEnvironment(environmentVariables());
      return { from: readAddress('--from', from), to: readAddress('--to', to), dataDir };
    }
  } catch (cause) {
    if (cause instanceof SetupError) throw cause;
    throw new SetupError([cause instanceof Error ? cause.message : String(cause), ...USAGE]);
  }
  throw new SetupError(USAGE);
}

/** Checks a database as the settings do, and tells of mistakes by the option's name. */
function readAddress(option: string, value: string): string {
  try {
    return parseStorageEnvironment({ DATABASE_URL: value }).databaseUrl;
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    throw new SetupError(error.problems.map((problem) => problem.replace(/^DATABASE_URL/, option)));
  }
}

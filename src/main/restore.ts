import { join } from 'node:path';
import { environmentVariables, parseStorageEnvironment } from '../../config/environment.ts';
import { createBlobs } from '../files/create-blobs.ts';
import { systemClock, toStamp } from '../kernel/clock.ts';
import { restoreBackup } from '../store/sqlite/backup/restore-backup.ts';
import { databaseFile } from './database-file.ts';
import { describeContents } from './describe-contents.ts';
import { fileArgument } from './file-argument.ts';
import { print } from './print.ts';

const INSTEAD =
  'stop the bot, put what pg_dump wrote back with pg_restore --clean, and the folder blobs into DATA_DIR';

/** `restore FILE`: puts a backup in the database's place; the one that was there is kept beside it. */
export async function restore(args: readonly string[]): Promise<void> {
  const source = fileArgument(args, 'npm run restore -- FILE');
  const { databaseUrl, dataDir } = parseStorageEnvironment(environmentVariables());
  const database = databaseFile(databaseUrl, INSTEAD);
  const blobs = createBlobs(join(dataDir, 'blobs'));
  const { aside, ...contents } = await restoreBackup({
    source,
    database,
    stamp: toStamp(systemClock.now()).replace(/[-:]|\.\d+/g, ''),
    keep: async ({ bytes }) => void (await blobs.put(bytes)),
  });
  print(`restored ${database}: ${describeContents(contents)}`);
  if (aside !== undefined) print(`the earlier database is kept as ${aside}`);
}

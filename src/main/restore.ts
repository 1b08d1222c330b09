import { join } from 'node:path';
import { environmentVariables, parseStorageEnvironment } from '../../config/environment.ts';
import { createBlobs } from '../files/create-blobs.ts';
import { systemClock, toStamp } from '../kernel/clock.ts';
import { restoreBackup } from '../store/sqlite/backup/restore-backup.ts';
import { describeContents } from './describe-contents.ts';
import { fileArgument } from './file-argument.ts';
import { print } from './print.ts';

/** `restore FILE`: puts a backup in the database's place; the one that was there is kept beside it. */
export async function restore(args: readonly string[]): Promise<void> {
  const source = fileArgument(args, 'npm run restore -- FILE');
  const { databaseFile, dataDir } = parseStorageEnvironment(environmentVariables());
  const blobs = createBlobs(join(dataDir, 'blobs'));
  const { aside, ...contents } = await restoreBackup({
    source,
    database: databaseFile,
    stamp: toStamp(systemClock.now()).replace(/[-:]|\.\d+/g, ''),
    keep: async ({ bytes }) => void (await blobs.put(bytes)),
  });
  print(`restored ${databaseFile}: ${describeContents(contents)}`);
  if (aside !== undefined) print(`the earlier database is kept as ${aside}`);
}

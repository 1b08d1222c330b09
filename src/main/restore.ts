import { environmentVariables, parseStorageEnvironment } from '../../config/environment.ts';
import { systemClock, toStamp } from '../kernel/clock.ts';
import { isPostgres } from '../store/open-database.ts';
import { restoreBackup } from '../store/sqlite/backup/restore-backup.ts';
import { restoreToServer } from '../store/transfer/server-backup.ts';
import { describeContents } from './describe-contents.ts';
import { describeDatabase } from './describe-database.ts';
import { fileArgument } from './file-argument.ts';
import { openFolderBlobs } from './prepare-blobs.ts';
import { print } from './print.ts';

/**
 * `restore FILE`: puts a backup in the place of the database's file, which is kept beside it; or into an empty PostgreSQL
 * database.
 */
export async function restore(args: readonly string[]): Promise<void> {
  const source = fileArgument(args, 'npm run restore -- FILE');
  const { databaseUrl, dataDir } = parseStorageEnvironment(environmentVariables());
  if (isPostgres(databaseUrl)) {
    const contents = await restoreToServer(source, databaseUrl);
    print(`restored ${describeDatabase(databaseUrl)}: ${describeContents(contents)}`);
    return;
  }
  const blobs = openFolderBlobs(dataDir);
  const { aside, ...contents } = await restoreBackup({
    source,
    database: databaseUrl,
    stamp: toStamp(systemClock.now()).replace(/[-:]|\.\d+/g, ''),
    keep: async ({ bytes }) => void (await blobs.put(bytes)),
  });
  print(`restored ${databaseUrl}: ${describeContents(contents)}`);
  if (aside !== undefined) print(`the earlier database is kept as ${aside}`);
}

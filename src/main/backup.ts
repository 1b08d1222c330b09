import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { environmentVariables, parseStorageEnvironment } from '../../config/environment.ts';
import { systemClock, toStamp } from '../kernel/clock.ts';
import { isPostgres } from '../store/open-database.ts';
import { writeBackup } from '../store/sqlite/backup/write-backup.ts';
import { readBlobs } from '../store/transfer/copy-blobs.ts';
import { writeServerBackup } from '../store/transfer/server-backup.ts';
import { describeContents } from './describe-contents.ts';
import { fileArgument } from './file-argument.ts';
import { openFolderBlobs } from './prepare-blobs.ts';
import { print } from './print.ts';

/**
 * `backup FILE`: everything the bot has stored up to now, which is told, in one new file, while it runs. Exits 1 when a
 * blob was damaged.
 */
export async function backup(args: readonly string[]): Promise<void> {
  const target = fileArgument(args, 'npm run backup -- FILE');
  const { databaseUrl, dataDir } = parseStorageEnvironment(environmentVariables());
  const damaged: string[] = [];
  // Read before the copy begins: what is committed by now is in it, what comes while it is made may be.
  const asOf = toStamp(systemClock.now());
  const contents = isPostgres(databaseUrl)
    ? await writeServerBackup({ url: databaseUrl, target, damaged })
    : await writeBackup({
        database: databaseUrl,
        target,
        blobs: readBlobs(openFolderBlobs(dataDir), damaged),
      });
  print(
    `wrote ${target}: ${describeContents(contents)}`,
    `everything stored before ${asOf} is in it`,
    await describeFile(target),
  );
  if (damaged.length === 0) return;
  const lines = damaged.map((hash) => `blob ${hash}: damaged or unreadable, left out`);
  process.stderr.write(
    `${lines.join('\n')}\nAll else is in the backup; restore these files from an earlier one.\n`,
  );
  process.exitCode = 1;
}

/** Size and fingerprint, to compare with after the file has been moved. */
async function describeFile(file: string): Promise<string> {
  const { size } = await stat(file);
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return `${size} bytes, sha256 ${hash.digest('hex')}`;
}

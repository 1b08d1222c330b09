import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { environmentVariables, parseStorageEnvironment } from '../../config/environment.ts';
import { createBlobs } from '../files/create-blobs.ts';
import { listBlobs } from '../files/list-blobs.ts';
import { type Blob, writeBackup } from '../store/sqlite/backup/write-backup.ts';
import { databaseFile } from './database-file.ts';
import { describeContents } from './describe-contents.ts';
import { fileArgument } from './file-argument.ts';
import { print } from './print.ts';

const INSTEAD = 'save it with pg_dump --format=custom, and then the folder blobs in DATA_DIR';

/** `backup FILE`: everything the bot has stored, in one new file, while it runs. Exits 1 when a blob was damaged. */
export async function backup(args: readonly string[]): Promise<void> {
  const target = fileArgument(args, 'npm run backup -- FILE');
  const { databaseUrl, dataDir } = parseStorageEnvironment(environmentVariables());
  const database = databaseFile(databaseUrl, INSTEAD);
  const damaged: string[] = [];
  const blobs = readBlobs(join(dataDir, 'blobs'), damaged);
  const contents = await writeBackup({ database, target, blobs });
  print(`wrote ${target}: ${describeContents(contents)}`, await describeFile(target));
  if (damaged.length === 0) return;
  const lines = damaged.map(
    (hash) => `${join(dataDir, 'blobs', hash.slice(0, 2), hash)}: damaged or unreadable, left out`,
  );
  process.stderr.write(
    `${lines.join('\n')}\nAll else is in the backup; restore these files from an earlier one.\n`,
  );
  process.exitCode = 1;
}

/** One damaged file must not keep all else from being backed up. */
async function* readBlobs(folder: string, damaged: string[]): AsyncGenerator<Blob> {
  const blobs = createBlobs(folder);
  for await (const hash of listBlobs(folder)) {
    const bytes = await blobs.get(hash).catch(() => undefined);
    if (bytes === undefined) damaged.push(hash);
    else yield { hash, bytes };
  }
}

/** Size and fingerprint, to compare with after the file has been moved. */
async function describeFile(file: string): Promise<string> {
  const { size } = await stat(file);
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return `${size} bytes, sha256 ${hash.digest('hex')}`;
}

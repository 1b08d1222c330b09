import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { migrate } from '../migrate.ts';
import { BlobRepo } from '../repos/blobs.ts';
import { type Contents, countContents } from '../sqlite/backup/read-database.ts';
import { blobsIn, checkBackup } from '../sqlite/backup/restore-backup.ts';
import { addBlobs } from '../sqlite/backup/write-backup.ts';
import { openSqlite } from '../sqlite/open-sqlite.ts';
import { readBlobs } from './copy-blobs.ts';
import { copyTables } from './copy-tables.ts';
import { copyToFile } from './copy-to-file.ts';
import { openEmptyServer, openSource } from './open-ends.ts';

type Kept = Contents & { readonly blobs: number };

/**
 * Writes what a PostgreSQL database holds, as it is at one moment, into one new SQLite file, as `writeBackup` does with a
 * file's; the bot may run. The hashes of blobs that can't be read are added to `damaged`. Throws SetupError when there
 * is nothing to back up or the target exists.
 */
export async function writeServerBackup(options: {
  readonly url: string;
  readonly target: string;
  readonly damaged: string[];
}): Promise<Kept> {
  const source = await openSource(options.url, false);
  try {
    let kept: Kept = { groups: 0, items: 0, reports: 0, blobs: 0 };
    await copyToFile(source, options.target, async (copy) => {
      const blobs = await addBlobs(copy, readBlobs(new BlobRepo(source.db), options.damaged));
      kept = { ...countContents(copy), blobs };
    });
    return kept;
  } finally {
    await source.close();
  }
}

/**
 * Fills an empty PostgreSQL database from a backup, whichever kind of database that was made of. Throws SetupError for a
 * backup that is damaged, from elsewhere or from a newer program, and for a database with anything in it.
 */
export async function restoreToServer(backup: string, url: string): Promise<Kept> {
  checkBackup(backup);
  const folder = mkdtempSync(join(tmpdir(), 'publicity-bot-restore-'));
  try {
    const file = join(folder, 'bot.db');
    copyFileSync(backup, file);
    return await fill(file, url);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function fill(file: string, url: string): Promise<Kept> {
  const source = openSqlite(file, { exclusive: false });
  const target = await openEmptyServer(url).catch(async (reason: unknown) => {
    await source.close();
    throw reason;
  });
  const raw = new Database(file);
  try {
    // It may be from before the last upgrade.
    await migrate(source);
    const kept = new BlobRepo(target.db);
    let blobs = 0;
    for (const { bytes } of blobsIn(raw)) {
      await kept.put(bytes);
      blobs += 1;
    }
    // Rows last: a database that a broken restore leaves behind has none.
    await copyTables(source, target);
    return { ...countContents(raw), blobs };
  } finally {
    raw.close();
    await source.close();
    await target.close();
  }
}

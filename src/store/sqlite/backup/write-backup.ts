import type Database from 'libsql';
import { SetupError } from '../../../kernel/errors.ts';
import { copyDatabase } from '../copy-database.ts';
import { type Contents, countContents, openExisting, readMigrations } from './read-database.ts';

/** A file kept beside the database, under the SHA-256 of its bytes. */
export interface Blob {
  readonly hash: string;
  readonly bytes: Uint8Array;
}

export interface BackupOptions {
  /** Path of the database, which may be in use. */
  readonly database: string;
  /** The new file. */
  readonly target: string;
  readonly blobs: AsyncIterable<Blob>;
}

/**
 * Writes database and blobs into one new SQLite file. The database is copied first: blobs are written before the rows
 * that name them, so every blob the copy names is there afterwards, but for files of withdrawn items that the daily
 * clean-up removes meanwhile; the copy's own next clean-up lets go of their rows. Throws SetupError when there is nothing
 * to back up or the target exists.
 */
export async function writeBackup(options: BackupOptions): Promise<Contents & { readonly blobs: number }> {
  const source = openExisting(options.database);
  try {
    if (readMigrations(source) === undefined) {
      throw new SetupError([`${options.database}: this is not a database of this program; set DATABASE_URL`]);
    }
    let contents: Contents & { readonly blobs: number } = { groups: 0, items: 0, reports: 0, blobs: 0 };
    await copyDatabase(source, options.target, async (copy) => {
      contents = { ...countContents(copy), blobs: await addBlobs(copy, options.blobs) };
    });
    return contents;
  } finally {
    source.close();
  }
}

/** Adds files to the copy of a database, and says how many. */
export async function addBlobs(copy: Database.Database, blobs: AsyncIterable<Blob>): Promise<number> {
  let count = 0;
  copy.exec('pragma synchronous = off; begin; create table backup_blobs (hash text primary key, bytes blob)');
  const insert = copy.prepare('insert into backup_blobs (hash, bytes) values (?, ?)');
  for await (const { hash, bytes } of blobs) {
    insert.run(hash, Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    count += 1;
  }
  copy.exec('commit');
  return count;
}

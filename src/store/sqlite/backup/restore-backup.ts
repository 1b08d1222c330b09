import { createHash } from 'node:crypto';
import { chmodSync, copyFileSync, existsSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'libsql';
import { SetupError } from '../../../kernel/errors.ts';
import { refuseNewer } from '../../migrate.ts';
import { flush } from '../copy-database.ts';
import { prepareDatabase } from '../database-path.ts';
import { holdLock } from '../hold-lock.ts';
import {
  type Contents,
  checkIntegrity,
  countContents,
  firstOf,
  hasTable,
  openExisting,
  readMigrations,
} from './read-database.ts';
import type { Blob } from './write-backup.ts';

export interface RestoreOptions {
  /** The backup, or a plain copy of a database: that one has no blobs in it. */
  readonly source: string;
  /** Path the database goes to. One that is there is kept beside it as `<database>.before-restore-<stamp>`. */
  readonly database: string;
  /** Marks what is moved aside; fit for a file name. */
  readonly stamp: string;
  /** Keeps a blob that has been found whole. */
  readonly keep: (blob: Blob) => Promise<void>;
}

export interface Restored extends Contents {
  readonly blobs: number;
  /** Where the earlier database is now. */
  readonly aside?: string;
}

/**
 * Puts a backup in the database's place. Everything is checked first, and the earlier database stays where it is until
 * the new one lies whole beside it. Throws SetupError for a file that is damaged, from elsewhere or from a newer
 * program, and while the bot runs.
 */
export async function restoreBackup(options: RestoreOptions): Promise<Restored> {
  checkBackup(options.source);
  const database = prepareDatabase(options.database);
  const lock = holdLock(database);
  const fresh = `${database}.restoring`;
  try {
    copyFileSync(options.source, fresh);
    chmodSync(fresh, 0o600);
    const counts = await unpack(fresh, options.keep);
    flush(fresh);
    const aside = moveAside(database, options.stamp);
    renameSync(fresh, database);
    flush(dirname(database));
    return { ...counts, ...(aside === undefined ? {} : { aside }) };
  } finally {
    rmSync(fresh, { force: true });
    lock.close();
  }
}

export function checkBackup(file: string): void {
  const db = openExisting(file);
  try {
    const integrity = checkIntegrity(db, 'full');
    if (integrity !== 'ok') {
      throw new SetupError([`${file}: this is no backup, or it is damaged (${integrity}); take another one`]);
    }
    const migrations = readMigrations(db);
    if (migrations === undefined) {
      throw new SetupError([
        `${file}: this database is not one of this program; choose a file that backup wrote`,
      ]);
    }
    refuseNewer(`${file}: the backup`, migrations);
    for (const { hash, bytes } of blobsIn(db)) {
      if (createHash('sha256').update(bytes).digest('hex') === hash) continue;
      throw new SetupError([`${file}: the file ${hash} in this backup is damaged; take another backup`]);
    }
  } finally {
    db.close();
  }
}

/** Hands the blobs out and leaves the database alone in the file. */
async function unpack(file: string, keep: RestoreOptions['keep']): Promise<Contents & { blobs: number }> {
  const db = new Database(file);
  try {
    let blobs = 0;
    for (const blob of blobsIn(db)) {
      await keep(blob);
      blobs += 1;
    }
    db.exec('drop table if exists backup_blobs; vacuum');
    return { ...countContents(db), blobs };
  } finally {
    db.close();
  }
}

/** One at a time: together they may be larger than the memory. */
export function* blobsIn(db: Database.Database): Generator<Blob> {
  if (!hasTable(db, 'backup_blobs')) return;
  const hashes = db.prepare('select hash from backup_blobs order by hash').pluck().all().map(String);
  for (const hash of hashes) {
    const bytes = firstOf(db, 'select bytes from backup_blobs where hash = ?', hash);
    yield { hash, bytes: bytes instanceof ArrayBuffer ? new Uint8Array(bytes) : Buffer.of() };
  }
}

/**
 * The write-ahead log goes with its database, and goes even when the database is missing: SQLite would play it into
 * whatever lies under the name.
 */
function moveAside(database: string, stamp: string): string | undefined {
  const aside = `${database}.before-restore-${stamp}`;
  const found = ['', '-wal', '-shm'].filter((suffix) => existsSync(`${database}${suffix}`));
  for (const suffix of found) renameSync(`${database}${suffix}`, `${aside}${suffix}`);
  return found.includes('') ? aside : undefined;
}

import { join } from 'node:path';
import { type Blobs, createBlobs } from '../files/create-blobs.ts';
import type { Store } from '../store/create-store.ts';
import { isPostgres } from '../store/open-database.ts';
import { prepareFolder } from '../store/sqlite/database-path.ts';

/**
 * Where received and produced files are kept: in a PostgreSQL database, since several processes may share it, or beside
 * an SQLite file in a folder of DATA_DIR. Throws SetupError when that folder can't be written to.
 */
export function prepareBlobs(databaseUrl: string, dataDir: string): (store: Pick<Store, 'repos'>) => Blobs {
  if (isPostgres(databaseUrl)) return ({ repos }) => repos.blobs;
  const blobs = openFolderBlobs(dataDir);
  prepareFolder(join(dataDir, FOLDER), 'DATA_DIR');
  return () => blobs;
}

const FOLDER = 'blobs';

/** Where files are kept beside an SQLite file. */
export function openFolderBlobs(dataDir: string): Blobs {
  return createBlobs(join(dataDir, FOLDER));
}

import { statfs } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { Environment } from '../../config/environment.ts';
import type { MeasureDisk } from '../bot/ports.ts';
import type { DiskRoom } from '../domain/machine/disk-room.ts';
import { isPostgres } from '../store/open-database.ts';

/** The disks that the data folder and the database's file stand on; none where all is kept by a PostgreSQL server. */
export function createMeasureDisk({
  dataDir,
  databaseUrl,
}: Pick<Environment, 'dataDir' | 'databaseUrl'>): MeasureDisk {
  const folders = isPostgres(databaseUrl) ? [] : [resolve(dataDir), dirname(resolve(databaseUrl))];
  return () => Promise.all([...new Set(folders)].map(measureRoom));
}

/** What the user the bot runs as may still write there. */
export async function measureRoom(folder: string): Promise<DiskRoom> {
  const { bavail, blocks, bsize } = await statfs(folder);
  return { folder, freeBytes: bavail * bsize, totalBytes: blocks * bsize };
}

import { statfs } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { Environment } from '../../config/environment.ts';
import type { MeasureDisk } from '../bot/ports.ts';
import type { DiskRoom } from '../domain/machine/disk-room.ts';
import { isPostgres } from '../store/open-database.ts';

/** The disks that the data folder and the database's file stand on. */
export function createMeasureDisk({
  dataDir,
  databaseUrl,
}: Pick<Environment, 'dataDir' | 'databaseUrl'>): MeasureDisk {
  const ofDatabase = isPostgres(databaseUrl) ? [] : [dirname(resolve(databaseUrl))];
  const folders = new Set([resolve(dataDir), ...ofDatabase]);
  return () => Promise.all([...folders].map(measureRoom));
}

/** What the user the bot runs as may still write there. */
export async function measureRoom(folder: string): Promise<DiskRoom> {
  const { bavail, blocks, bsize } = await statfs(folder);
  return { folder, freeBytes: bavail * bsize, totalBytes: blocks * bsize };
}

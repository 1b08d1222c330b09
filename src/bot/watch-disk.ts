import { describeRoom, isShort } from '../domain/machine/disk-room.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Logger } from '../kernel/logger.ts';
import type { Store } from '../store/create-store.ts';
import type { MeasureDisk } from './ports.ts';

/** Where the store keeps how much room is left; empty while there is enough. */
export const DISK_SHORT = 'disk-short';
const EVERY_MS = 60 * 60_000;

export interface DiskWatchDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly measureDisk: MeasureDisk;
}

/**
 * Looks at the disks at most once an hour, however often it is asked, and notes what it found: schedules read that note
 * and never a disk. Does not throw.
 */
export function createDiskWatch({ store, clock, logger, measureDisk }: DiskWatchDeps): () => Promise<void> {
  let lookedAt = Number.NEGATIVE_INFINITY;
  return async () => {
    const now = clock.now().epochMilliseconds;
    if (now - lookedAt < EVERY_MS) return;
    lookedAt = now;
    try {
      const short = (await measureDisk()).filter(isShort);
      const [worst] = short.toSorted((a, b) => a.freeBytes - b.freeBytes);
      const found = worst === undefined ? '' : describeRoom(worst);
      if (worst !== undefined) logger.warn({ short }, 'little room on the disk');
      if (((await store.repos.records.value(DISK_SHORT)) ?? '') === found) return;
      await store.repos.records.setValue(DISK_SHORT, found);
    } catch (err) {
      logger.warn({ err }, 'the disk could not be looked at');
    }
  };
}

/** What a disk that the program writes to has left. */
export interface DiskRoom {
  /** The folder that was asked about. */
  readonly folder: string;
  readonly freeBytes: number;
  readonly totalBytes: number;
}

const GB = 1e9;
/** Below either nobody should wait any longer: a busy month with pictures takes some hundred megabytes. */
const LEAST_FREE_BYTES = 1 * GB;
const LEAST_FREE_SHARE = 0.05;

export function isShort({ freeBytes, totalBytes }: DiskRoom): boolean {
  return freeBytes < LEAST_FREE_BYTES || freeBytes < totalBytes * LEAST_FREE_SHARE;
}

/** `0.8 GB`. */
export function describeRoom({ freeBytes }: DiskRoom): string {
  return `${(freeBytes / GB).toFixed(1)} GB`;
}

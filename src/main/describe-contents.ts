import type { Contents } from '../store/sqlite/backup/read-database.ts';

/** The same words after a backup and after a restore, so that the two can be compared. */
export function describeContents({
  groups,
  items,
  reports,
  blobs,
}: Contents & { readonly blobs: number }): string {
  return `${groups} groups, ${items} items, ${reports} reports, ${blobs} blobs`;
}

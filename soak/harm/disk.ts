import { canLimitFileSize, forbidWrites } from './limit-file-size.ts';
import { runPatiently } from './run-patiently.ts';

/** What the bots store on. */
export interface Disk {
  /** `share` of the writes fail from now on, 1: all of them. */
  fill(share: number): Promise<void>;
  free(): Promise<void>;
}

/** The disk of one bot with its SQLite file: full or not, nothing in between. Undefined where the system lacks the means. */
export function openFileDisk(pid: () => number | undefined): Disk | undefined {
  if (!canLimitFileSize()) return undefined;
  let allow: () => Promise<void> = async () => undefined;
  return {
    async fill(share) {
      const victim = pid();
      if (share < 1 || victim === undefined) return;
      allow = await forbidWrites(victim).catch(ignoreGone);
    },
    // The limit is the process's: one that was killed has taken it along.
    free: () => allow().catch(() => undefined),
  };
}

/** Tables of which each command writes some. */
const TABLES = ['inbox', 'outbox', 'items', 'item_revisions'];

/**
 * The disk of a PostgreSQL server. Its processes could be kept from writing as well, but would then tell of a file that
 * is too large, or give up the whole server; so triggers say in its stead what it says on a full disk, `disk_full`. They
 * stay, and so do their tables' own doings: what they do is exchanged without a lock on any table.
 */
export function openServerDisk(url: string): Disk {
  const set = (share: number) => runPatiently(url, roomFunction(share));
  let isSet = false;
  return {
    async fill(share) {
      await set(share);
      if (!isSet) await runPatiently(url, ...TABLES.map(triggerOn));
      isSet = true;
    },
    free: () => set(0),
  };
}

function roomFunction(share: number): string {
  return `create or replace function soak_room() returns trigger language plpgsql as $$ begin
    if random() < ${share} then
      raise exception 'could not extend file: No space left on device' using errcode = 'disk_full';
    end if;
    return null; end $$`;
}

function triggerOn(table: string): string {
  return `create or replace trigger soak_room before insert or update on ${table}
    for each statement execute function soak_room()`;
}

/** Killed in the very moment. */
function ignoreGone(): () => Promise<void> {
  return async () => undefined;
}

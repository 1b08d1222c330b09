import { open } from 'node:fs/promises';
import { createGroupCommit } from '../group-commit.ts';

/** The file into which SQLite writes what is committed, before it is copied into the database. */
export interface Log {
  /** Resolves when all that was committed before the call is on the disk. Throws LogNotFlushed. */
  flush(): Promise<void>;
  close(): Promise<void>;
}

/** The disk has refused: as SQLite's own error, which is passing trouble. */
class LogNotFlushed extends Error {
  readonly code = 'SQLITE_IOERR_FSYNC';

  constructor(cause: unknown) {
    super('what was committed could not be brought to the disk', { cause });
  }
}

/**
 * Flushes the log of an SQLite file outside of the program's own thread: SQLite would stop it at each commit for as long
 * as the disk takes. Those who ask while a flush is under way share the next one. No lock of SQLite's is on this file, so
 * another descriptor of it does no harm.
 */
export function openLog(database: string): Log {
  let file: ReturnType<typeof open> | undefined;
  // There from the first commit until the last connection closes, and ours is open for as long.
  const openOnce = () => {
    file ??= open(`${database}-wal`, 'r+');
    return file;
  };
  const flush = createGroupCommit(async (callers: readonly undefined[]) => {
    try {
      await (await openOnce()).datasync();
    } catch (cause) {
      throw new LogNotFlushed(cause);
    }
    return callers;
  });
  return {
    flush: async () => void (await flush(undefined)),
    async close() {
      await (await file?.catch(() => undefined))?.close();
    },
  };
}

import { type FileHandle, open } from 'node:fs/promises';
import { createGroupCommit } from '../group-commit.ts';

/** The file into which SQLite writes what is committed, before it is copied into the database. */
export interface Log {
  /** Resolves when all that was committed before the call is on the disk. Throws LogNotFlushed, and from then on always. */
  flush(): Promise<void>;
  /** Resolves with the reason once a flush has failed. */
  readonly broken: Promise<Error>;
  close(): Promise<void>;
}

/** The disk has refused: with the code of SQLite's own error. */
class LogNotFlushed extends Error {
  readonly code = 'SQLITE_IOERR_FSYNC';

  constructor(cause: unknown) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    super(`what was committed could not be brought to the disk (${reason})`, { cause });
  }
}

/**
 * Flushes the log of an SQLite file outside of the program's own thread: SQLite would stop it at each commit for as long
 * as the disk takes. Those who ask while a flush is under way share the next one. No lock of SQLite's is on this file, so
 * another descriptor of it does no harm.
 *
 * After one flush that failed no other proves anything: Linux tells of a page that could not be written once, and takes
 * it for written from then on (fsync(2)). What was committed is visible all the same, so that only a new start, which
 * reads the log anew, can tell what there is.
 */
export function openLog(database: string): Log {
  let file: FileHandle | undefined;
  let failure: LogNotFlushed | undefined;
  let tell: (reason: Error) => void = () => undefined;
  const broken = new Promise<Error>((resolve) => {
    tell = resolve;
  });
  const flush = createGroupCommit(async (callers: readonly undefined[]) => {
    if (failure !== undefined) throw failure;
    try {
      // There from the first commit until the last connection closes, and ours is open for as long.
      file ??= await open(`${database}-wal`, 'r+');
      await file.datasync();
    } catch (cause) {
      failure = new LogNotFlushed(cause);
      tell(failure);
      throw failure;
    }
    return callers;
  });
  return {
    flush: async () => void (await flush(undefined)),
    broken,
    async close() {
      await file?.close();
    },
  };
}
